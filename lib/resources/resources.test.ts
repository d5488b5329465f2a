import { afterEach, describe, expect, it, vi } from 'vitest';
import { env } from '../config/env.ts';
import type { Context } from '../context/context.ts';
import { as, TEST_NOW } from '../testing/context.ts';
import { actorOf, anOrganisation, aPerson } from '../testing/parties.ts';
import { anOwnerActor, aPolicy, aResource, ownerOf, resourceDetails } from '../testing/resources.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { createResource } from './create-resource.ts';
import { deleteResource } from './delete-resource.ts';
import { findPolicy } from './find-policy.ts';
import { findResource, findResources } from './find-resource.ts';
import { listResources } from './list-resources.ts';
import type { ResourceDetails } from './model.ts';
import { savePolicy } from './save-policy.ts';
import { searchResources } from './search-resources.ts';
import { updateResource } from './update-resource.ts';
import { validateResource } from './validate-resource.ts';

const ADMIN = { scopes: new Set(['altinn:resourceregistry/resource.admin']) };

async function ownerContext(engine: (typeof ENGINES)[number], details: ResourceDetails): Promise<Context> {
  const { db } = await openTestDatabase(engine);
  return { db, now: TEST_NOW, actor: anOwnerActor(ownerOf(details)) };
}

describe('what a resource must say of itself', () => {
  const errorsOf = (differences: Partial<ResourceDetails>) => validateResource(resourceDetails(differences), true);
  const scope = (reference: string) =>
    [{ referenceSource: 'ExternalPlatform', referenceType: 'MaskinportenScope', reference }] as const;

  it('accepts a complete resource', () => {
    expect(errorsOf({})).toEqual({});
    expect(errorsOf({ resourceType: 'MaskinportenSchema', resourceReferences: scope('tst:a') })).toEqual({});
    expect(errorsOf({ hasCompetentAuthority: { orgcode: 'TTD' } })).toEqual({});
  });

  it.each<[string, Partial<ResourceDetails>, string, string[]]>([
    [
      'a title in three languages',
      { title: { nb: 'T', nn: ' ' } },
      'Title',
      ['Missing title in english en', 'Missing title in nynorsk nn'],
    ],
    [
      'a description in three languages',
      { description: {} },
      'Description',
      ['Missing Description in english en', 'Missing Description in bokmal nb', 'Missing Description in nynorsk nn'],
    ],
    [
      'words for the receiver of a right',
      { rightDescription: { nb: 'a', nn: 'b' } },
      'RightDescription',
      ['Missing RightDescription in english en'],
    ],
    [
      'an id of small letters',
      { identifier: 'Abc-defg' },
      'Identifier',
      ['Invalid id. Only a-z and 0-9 is allowed together with _ and -.  Minimum 4 characters'],
    ],
    ['a type', { resourceType: 'Default' }, 'ResourceType', ['ResourceType needs to be set']],
    [
      'a scope for a Maskinporten schema',
      { resourceType: 'MaskinportenSchema' },
      'ResourceReferences',
      ['Missing maskinporten scopen for MaskinportenSchema resource'],
    ],
    [
      'app_ for apps only',
      { identifier: 'app_tst_x' },
      'Identifier',
      ['Invalid Prefix. app_ is only for Altinn Studio apps'],
    ],
    [
      'se_ for Altinn 2 only',
      { identifier: 'se_1234' },
      'Identifier',
      ['Invalid prefix. Only to be used for Altinn 2 services'],
    ],
    [
      'an owner',
      { hasCompetentAuthority: { organization: ' ', orgcode: 'skd' } },
      'HasCompetentAuthority.Organization',
      ['HasCompetentAuthority needs to be set with valid organization number'],
    ],
  ])('wants %s', (_, differences, member, texts) => {
    expect(errorsOf(differences)[member]).toEqual(texts);
  });

  it('lets an undelegable resource do without words for the receiver', () => {
    expect(errorsOf({ delegable: false, rightDescription: undefined })).toEqual({});
  });

  it('wants an Altinn Studio app to be named after its owner and to reference the application', () => {
    const app = { identifier: 'app_tst_skjema-1', resourceType: 'AltinnApp' } as const;
    const reference = {
      referenceSource: 'Altinn3',
      referenceType: 'ApplicationId',
      reference: 'TST/skjema-1',
    } as const;
    expect(errorsOf({ ...app, resourceReferences: [reference] })).toEqual({});
    expect(Object.keys(errorsOf(app))).toEqual(['ResourceReferences']);
    const foreign = { ...app, identifier: 'app_skd_skjema-1', resourceReferences: [reference] };
    expect(Object.keys(errorsOf(foreign))).toEqual(['Identifier']);
  });

  it('C9 refuses look-alike text and C7 addresses that run script', () => {
    const title = { nb: 'Krav\u202Egnilateb', nn: 'a', en: 'b' };
    expect(errorsOf({ title })).toHaveProperty('$');
    expect(errorsOf({ homepage: 'java\nscript:alert(1)' })).toHaveProperty('Homepage');
    expect(errorsOf({ contactPoints: [{ contactPage: 'JAVASCRIPT:alert(1)' }] })).toHaveProperty('Homepage');
    expect(errorsOf({ title: { nb: 'x'.repeat(256), nn: 'a', en: 'b' } })).toHaveProperty('Title');
  });
});

describe.each(ENGINES)('resources on %s', (engine) => {
  afterEach(() => vi.restoreAllMocks());

  it('lets the owner register a resource, with an audit row', async () => {
    const details = resourceDetails();
    const context = await ownerContext(engine, details);
    const { versionId } = await createResource(context, details);
    expect(await findResource(context.db, details.identifier)).toEqual({ ...details, versionId });
    const rows = await context.db.select().from(context.db.tables.auditEvents);
    expect(rows).toMatchObject([{ action: 'resource.created', ownerOrgNo: ownerOf(details) }]);
  });

  it('refuses others: 401 for nobody, 403 without scope or ownership', async () => {
    const details = resourceDetails();
    const context = await ownerContext(engine, details);
    const create = (actor: Context['actor']) => createResource(as(context, actor), details);
    await expect(create({ kind: 'anonymous' })).rejects.toMatchObject({ status: 401 });
    await expect(create(anOwnerActor(ownerOf(details), { scopes: new Set() }))).rejects.toMatchObject({ status: 403 });
    await expect(create(anOwnerActor('999999999'))).rejects.toMatchObject({ status: 403 });
    const similar = new Set(['altinn:resourceregistry/resource.admin2']);
    await expect(create(anOwnerActor('999999999', { scopes: similar }))).rejects.toMatchObject({ status: 403 });
    expect(await create(anOwnerActor('999999999', ADMIN))).toMatchObject({ identifier: details.identifier });
  });

  it('lets a person with technical administration at the owner register it', async () => {
    const { db } = await openTestDatabase(engine);
    const owner = await anOrganisation(db);
    await db.insert(db.tables.rolePackages).values({
      role: 'DAGL',
      packageUrn: 'urn:altinn:accesspackage:maskinporten-administrator',
      hasAccess: true,
      mayDelegate: true,
    });
    const manager = actorOf(await aPerson(db, { at: owner, roles: ['DAGL'] }));
    const employee = actorOf(await aPerson(db, { at: owner, roles: ['ADMAI'] }));
    const scope = { referenceSource: 'Default', referenceType: 'MaskinportenScope', reference: 'tst:krav' } as const;
    const details = resourceDetails({ hasCompetentAuthority: { organization: owner.orgNo } });
    const scoped = resourceDetails({
      hasCompetentAuthority: { organization: owner.orgNo },
      resourceReferences: [scope],
    });
    const context = as({ db, now: TEST_NOW }, manager);
    await expect(createResource(as(context, employee), details)).rejects.toMatchObject({ status: 403 });
    expect(await createResource(context, details)).toMatchObject({ identifier: details.identifier });
    await expect(createResource(context, scoped)).rejects.toMatchObject({ status: 401 });
    const times = { createdAt: TEST_NOW, updatedAt: TEST_NOW };
    await db.insert(db.tables.scopePrefixes).values({ prefix: 'tst', ownerOrgNo: owner.orgNo, active: true, ...times });
    expect(await createResource(context, scoped)).toMatchObject({ identifier: scoped.identifier });
  });

  it('refuses scopes outside the prefixes of the token', async () => {
    const references = ['tst:a', 'tsta:b', 'skd:c'].map(
      (reference) => ({ referenceSource: 'Default', referenceType: 'MaskinportenScope', reference }) as const,
    );
    const details = resourceDetails({ resourceType: 'MaskinportenSchema', resourceReferences: references });
    const context = await ownerContext(engine, details);
    const actor = anOwnerActor(ownerOf(details), { prefixes: ['tst'] });
    await expect(createResource(as(context, actor), details)).rejects.toMatchObject({
      status: 401,
      message: 'Unauthorized',
      extensions: { detail: 'Not authorized for creating resource with the listed scopes' },
      errors: { InvalidPrefix: ['tsta:b', 'skd:c'] },
    });
    const all = anOwnerActor(ownerOf(details), { prefixes: ['tst', 'tsta', 'skd'] });
    expect(await createResource(as(context, all), details)).toMatchObject({ identifier: details.identifier });
  });

  it('never gives an identifier twice, not even after deletion or to thirty at once', async () => {
    const details = resourceDetails();
    const context = await ownerContext(engine, details);
    const results = await Promise.allSettled(Array.from({ length: 30 }, () => createResource(context, details)));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    await deleteResource(context, details.identifier);
    await expect(createResource(context, details)).rejects.toMatchObject({
      status: 409,
      body: `"The Resource already exist: ${details.identifier}"`,
    });
  });

  it('keeps every version, each with a higher number', async () => {
    const details = resourceDetails();
    const context = await ownerContext(engine, details);
    const first = await createResource(context, details);
    const changed = { ...details, status: 'Completed' };
    const second = await updateResource(context, { identifier: details.identifier, details: changed });
    expect(second.versionId).toBeGreaterThan(first.versionId);
    expect(await findResource(context.db, details.identifier)).toEqual(second);
    expect(await findResource(context.db, details.identifier, first.versionId)).toEqual(first);
    expect(await findResource(context.db, details.identifier, 987654)).toBeUndefined();
    expect((await findResources(context.db, [details.identifier, 'unknown'])).size).toBe(1);
  });

  it('B27 keeps owners from taking over or giving away a resource', async () => {
    const details = resourceDetails();
    const context = await ownerContext(engine, details);
    await createResource(context, details);
    const other = resourceDetails({ identifier: details.identifier });
    const update = (actor: Context['actor'], body: ResourceDetails) =>
      updateResource(as(context, actor), { identifier: details.identifier, details: body });
    await expect(update(anOwnerActor(ownerOf(other)), other)).rejects.toMatchObject({ status: 403 });
    await expect(update(anOwnerActor(ownerOf(other)), details)).rejects.toMatchObject({ status: 403 });
    await expect(update(anOwnerActor(ownerOf(details)), other)).rejects.toMatchObject({ status: 403 });
    expect(await update(anOwnerActor('999999999', ADMIN), other)).toMatchObject(other);
  });

  it('refuses an update of an unknown resource, of another id and with wrong contents', async () => {
    const details = resourceDetails();
    const context = await ownerContext(engine, details);
    const { identifier } = details;
    await expect(updateResource(context, { identifier, details })).rejects.toMatchObject({ status: 404 });
    await createResource(context, details);
    const renamed = { ...details, identifier: 'other-id' };
    await expect(updateResource(context, { identifier, details: renamed })).rejects.toMatchObject({
      status: 400,
      body: '"Id in path does not match ID in resource"',
    });
    const untitled = { ...details, title: {} };
    await expect(updateResource(context, { identifier, details: untitled })).rejects.toMatchObject({
      status: 400,
      errors: { Title: expect.any(Array) },
    });
  });

  it('updates a resource whose id would not be given today', async () => {
    const details = resourceDetails({ identifier: 'OLD.Resource' });
    const context = await ownerContext(engine, details);
    await aResource(context.db, details);
    const updated = await updateResource(context, { identifier: 'OLD.Resource', details });
    expect(updated.identifier).toBe('OLD.Resource');
    await expect(createResource(context, { ...details, identifier: 'old.resource' })).rejects.toMatchObject({
      status: 400,
    });
  });

  it('deletes a resource with its policy, the owner only', async () => {
    const details = resourceDetails();
    const context = await ownerContext(engine, details);
    await createResource(context, details);
    await aPolicy(context.db, details.identifier);
    const stranger = anOwnerActor('999999999', { exchanged: false });
    await expect(deleteResource(as(context, stranger), details.identifier)).rejects.toMatchObject({ status: 403 });
    await deleteResource(context, details.identifier);
    expect(await findResource(context.db, details.identifier)).toBeUndefined();
    expect(await findPolicy(context.db, details.identifier)).toBeUndefined();
    await expect(deleteResource(context, details.identifier)).rejects.toMatchObject({ status: 404 });
  });

  it('never deletes in production', async () => {
    const details = resourceDetails();
    const context = await ownerContext(engine, details);
    await createResource(context, details);
    vi.spyOn(env(), 'PORTAL_ENVIRONMENT', 'get').mockReturnValue('production');
    await expect(deleteResource(context, details.identifier)).rejects.toMatchObject({
      status: 403,
      body: '"Delete operation is not allowed in production environment"',
    });
  });

  it('lists the newest versions with the attributes that the PDP knows them by', async () => {
    const { db } = await openTestDatabase(engine);
    const owner = { organization: '974761076', orgcode: 'skd' };
    await aResource(db, { identifier: 'plain', hasCompetentAuthority: owner });
    await aResource(db, { identifier: 'plain', hasCompetentAuthority: owner, status: 'Active' });
    await aResource(db, { identifier: 'app_skd_form', resourceType: 'AltinnApp' });
    await aResource(db, { identifier: 'app_skd_a1-1:1', resourceType: 'MigratedApp' });
    const ids = async (filter: Parameters<typeof listResources>[1]) =>
      (await listResources({ db }, filter)).map((resource) => resource.identifier);
    expect(await listResources({ db })).toMatchObject([
      {
        identifier: 'app_skd_form',
        authorizationReference: [
          { id: 'urn:altinn:org', value: 'skd' },
          { id: 'urn:altinn:app', value: 'form' },
        ],
      },
      {
        identifier: 'plain',
        status: 'Active',
        authorizationReference: [{ id: 'urn:altinn:resource', value: 'plain' }],
      },
    ]);
    expect(await ids({ includeApps: false, includeMigratedApps: true })).toEqual(['app_skd_a1-1:1', 'plain']);
    expect(await ids({ ownerOrgNo: '974761076' })).toEqual(['plain']);
  });

  it('searches all versions and gives the newest that matches everything', async () => {
    const { db } = await openTestDatabase(engine);
    const keywords = [{ word: 'Betaling', language: 'nb' }];
    const old = await aResource(db, { identifier: 'ske-krav', keywords, hasCompetentAuthority: { orgcode: 'SKD' } });
    await aResource(db, {
      identifier: 'ske-krav',
      hasCompetentAuthority: { orgcode: 'skd', organization: '974761076' },
    });
    await aResource(db, { identifier: 'other', resourceType: 'MigratedApp' });
    const found = async (search: Parameters<typeof searchResources>[1]) =>
      (await searchResources({ db }, search)).map((resource) => resource.versionId);
    expect(await found({ keyword: 'BETAL' })).toEqual([old.versionId]);
    expect(await found({ id: 'KRAV', orgCode: 'skd' })).toEqual([old.versionId + 1]);
    expect(await found({ organizationId: '974761076', description: 'claims' })).toEqual([old.versionId + 1]);
    expect(await found({ id: 'krav', resourceType: 'Consent' })).toEqual([]);
    expect(await found({ id: 'other' })).toEqual([]);
  });

  it('stores the same resource only once, so that seeds may run again', async () => {
    const { db } = await openTestDatabase(engine);
    const details = resourceDetails();
    const first = await aResource(db, details);
    expect(await aResource(db, details)).toEqual(first);
  });

  it('B27 lets the owner alone save a policy, with an audit row that shows it', async () => {
    const details = resourceDetails();
    const context = await ownerContext(engine, details);
    await createResource(context, details);
    const { identifier } = details;
    const policy = {
      rules: [
        {
          id: 'all',
          subjects: [],
          resources: [[{ id: 'urn:altinn:resource', value: identifier }]],
          actions: ['read'],
        },
      ],
      obligations: [],
    };
    const stranger = as(context, anOwnerActor('999999999'));
    await expect(savePolicy(stranger, { identifier, policy })).rejects.toMatchObject({ status: 403 });
    await savePolicy(context, { identifier, policy });
    expect(await findPolicy(context.db, identifier)).toEqual(policy);
    const rows = await context.db.select().from(context.db.tables.auditEvents);
    expect(rows.at(-1)).toMatchObject({ action: 'policy.saved', after: { version: 1, rules: policy.rules } });
  });

  it('sees a new policy in the next read', async () => {
    const { db } = await openTestDatabase(engine);
    const { identifier } = await aResource(db);
    const first = await aPolicy(db, identifier);
    expect(await findPolicy(db, identifier)).toEqual(first);
    const second = await aPolicy(db, identifier, { ...first, obligations: [] });
    expect(await findPolicy(db, identifier)).toEqual(second);
  });

  it('lets a stored text that is not understood permit nothing', async () => {
    const { db } = await openTestDatabase(engine);
    const { identifier } = await aResource(db);
    await aPolicy(db, identifier);
    await db.update(db.tables.resourcePolicies).set({ xml: '<Policy xmlns="urn:later"/>' });
    expect(await findPolicy(db, identifier)).toEqual({ rules: [], obligations: [] });
  });
});
