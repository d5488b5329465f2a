import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../context/context.ts';
import { as, TEST_NOW } from '../testing/context.ts';
import { actorOf, anOrganisation, aPerson } from '../testing/parties.ts';
import { anOwnerActor, resourceDetails } from '../testing/resources.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { compareVersions } from './compare-versions.ts';
import { createResource } from './create-resource.ts';
import { listPublications } from './list-publications.ts';
import type { ResourceDetails } from './model.ts';
import { simplePolicy } from './policies/simple-policy.ts';
import { savePolicy } from './save-policy.ts';
import { updateResource } from './update-resource.ts';

describe('what a version of a resource changes', () => {
  const before = resourceDetails({ status: 'Completed', contactPoints: [{ email: 'a@tst.example', telephone: '' }] });
  const changesOf = (differences: Partial<ResourceDetails>) => compareVersions(before, { ...before, ...differences });
  const scopes = (reference: string) =>
    [{ referenceSource: 'ExternalPlatform', referenceType: 'MaskinportenScope', reference }] as const;

  it('is nothing when only what nobody sees differs', () => {
    expect(changesOf({})).toEqual([]);
    expect(changesOf({ personMustSign: false, contactPoints: [{ category: 'x', email: 'a@tst.example' }] })).toEqual(
      [],
    );
    expect(compareVersions(before, { ...before, ...{ versionId: 7, authorizationReference: [] } })).toEqual([]);
  });

  it.each<[string, Partial<ResourceDetails>, unknown]>([
    [
      'a text in one language',
      { title: { ...before.title, nn: 'Nytt' } },
      { kind: 'text', what: 'title', language: 'nn', before: 'Krav og betalingar', after: 'Nytt' },
    ],
    [
      'a text that goes away',
      { rightDescription: { nb: before.title.nb ?? '', nn: before.title.nn ?? '' } },
      { kind: 'text', what: 'rightDescription', language: 'en', before: 'Claims and payments', after: '' },
    ],
    ['whether it can be given', { delegable: false }, { kind: 'flag', what: 'delegable', isOn: false }],
    ['that a person must sign', { personMustSign: true }, { kind: 'flag', what: 'personMustSign', isOn: true }],
    ['who it is open to', { accessListMode: 'Enabled' }, { kind: 'flag', what: 'limited', isOn: true }],
    [
      'its status',
      { status: 'Deprecated' },
      { kind: 'value', what: 'status', before: ['Completed'], after: ['Deprecated'] },
    ],
    [
      'whom to ask',
      { contactPoints: [{ email: 'b@tst.example' }] },
      { kind: 'value', what: 'contact', before: ['a@tst.example'], after: ['b@tst.example'] },
    ],
    [
      'its scopes',
      { resourceReferences: scopes('tst:a') },
      { kind: 'value', what: 'scopes', before: [], after: ['tst:a'] },
    ],
    ['anything else by its name', { homepage: 'https://tst.example' }, { kind: 'other', members: ['homepage'] }],
  ])('tells %s', (_, differences, expected) => {
    expect(changesOf(differences)).toEqual([expected]);
  });
});

describe.each(ENGINES)('what has been published of a resource on %s', (engine) => {
  let context: Context;
  let details: ResourceDetails;
  let ownerName: string;

  beforeEach(async () => {
    const { db } = await openTestDatabase(engine);
    const owner = await anOrganisation(db);
    ownerName = owner.name;
    context = { db, now: TEST_NOW, actor: anOwnerActor(owner.orgNo) };
    details = resourceDetails();
    details = { ...details, hasCompetentAuthority: { ...details.hasCompetentAuthority, organization: owner.orgNo } };
    await createResource(context, details);
  });

  it('is told newest first, by whom, and rule by rule', async () => {
    const { identifier } = details;
    const read = { roles: ['DAGL'], actions: ['read'] };
    const write = { roles: ['DAGL'], actions: ['write'] };
    await savePolicy(context, { identifier, policy: simplePolicy(identifier, [read], 3) });
    await updateResource(context, { identifier, details: { ...details, delegable: false } });
    await savePolicy(context, { identifier, policy: simplePolicy(identifier, [write, read], 4) });
    const publications = await listPublications(context, identifier);
    expect(publications.map(({ what, by }) => [what.kind, by])).toEqual(
      ['policy', 'resource', 'policy', 'created'].map((kind) => [kind, ownerName]),
    );
    const [newest, resource, first] = publications;
    const subjects = [{ kind: 'role', code: 'DAGL' }];
    expect(newest?.what).toMatchObject({
      change: { added: [{ subjects, actions: ['write'] }], removed: [], level: { before: 3, after: 4 } },
    });
    expect(resource?.what).toEqual({
      kind: 'resource',
      changes: [{ kind: 'flag', what: 'delegable', isOn: false }],
    });
    expect(first?.what).toMatchObject({
      change: { added: [{ subjects, actions: ['read'] }], removed: [], level: { before: undefined, after: 3 } },
    });
  });

  it('is for the owner only', async () => {
    const other = await anOrganisation(context.db);
    const person = actorOf(await aPerson(context.db, { at: other, roles: ['DAGL'] }));
    for (const actor of [anOwnerActor(other.orgNo), person]) {
      await expect(listPublications(as(context, actor), details.identifier)).rejects.toMatchObject({ status: 403 });
    }
    await expect(listPublications(context, 'unknown')).rejects.toMatchObject({ status: 404 });
  });
});
