import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, ANONYMOUS, type PersonActor } from '../../context/context.ts';
import { BareError, ProblemError } from '../../kernel/errors.ts';
import { ROWS_PER_PAGE } from '../../kernel/pages.ts';
import { givePackage } from '../../parties/create-party.ts';
import type { Organisation } from '../../parties/model.ts';
import { anAdministration, anAdministrator } from '../../testing/administration.ts';
import { as, TEST_NOW } from '../../testing/context.ts';
import { aClientWithKey, aGrant, anAccess, aScope, ask } from '../../testing/maskinporten.ts';
import { actorOf, anOrganisation, aPerson } from '../../testing/parties.ts';
import { ENGINES } from '../../testing/test-database.ts';
import { delegateApi } from './delegate-api.ts';
import { delegateScope } from './delegate-scope.ts';
import { listGivenApis, listReceivedApis } from './list-api-delegations.ts';
import { listDelegableApis } from './list-delegable-apis.ts';
import { previewApiDelegation, readDelegableApi } from './preview-api-delegation.ts';
import { readGivenApi } from './read-given-api.ts';
import { revokeApi } from './revoke-api.ts';
import { revokeDelegation } from './revoke-delegation.ts';

const SOURCE = 'https://tt02.altinn.no/';
const TECHNICAL = 'urn:altinn:accesspackage:maskinporten-administrator';

async function outcome(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (error instanceof ProblemError) return error.code ?? String(error.status);
    return error instanceof BareError ? String(error.status) : String(error);
  }
}

describe.each(ENGINES)('delegation of APIs on %s', (engine) => {
  let home: Awaited<ReturnType<typeof anAdministration>>;
  let consumer: Organisation;
  let supplier: Organisation;
  let manager: PersonActor;
  const by = (actor: Actor) => as({ db: home.db, now: TEST_NOW }, actor);

  beforeAll(async () => {
    home = await anAdministration(engine);
    consumer = await anOrganisation(home.db, { name: 'ØRLITEN BEDRIFT AS' });
    supplier = await anOrganisation(home.db, { name: 'LØNN OG FAKTURA AS' });
    manager = actorOf(await aPerson(home.db, { at: consumer, roles: ['ADMAI'] }));
  });

  /** An API of the owner with a scope for each name; differences are those of the resource. */
  async function anApi(
    id: string,
    differences: { scopes?: readonly string[]; delegable?: boolean; visible?: boolean; title?: string } = {},
  ) {
    const scopes = (differences.scopes ?? [id]).map((name) => `${home.prefix}:${name}`);
    for (const name of scopes) await aScope(home.db, { name, ownerOrgNo: home.owner, delegationSource: SOURCE });
    await aResource(id, scopes, differences);
    return { api: id, scopes };
  }

  async function aResource(
    id: string,
    scopes: readonly string[],
    { delegable = true, visible = true, title = id }: { delegable?: boolean; visible?: boolean; title?: string } = {},
  ) {
    await home.db.insert(home.db.tables.resources).values({
      identifier: id,
      ownerOrgNo: home.owner,
      ownerOrgCode: 'acme',
      resourceType: 'MaskinportenSchema',
      versionId: 1,
      document: {
        title: { nb: title, nn: title, en: title },
        description: { nb: 'Om API-et', nn: 'Om API-et', en: 'About the API' },
        delegable,
        visible,
        resourceReferences: scopes.map((reference) => ({ referenceType: 'MaskinportenScope', reference })),
      },
      isDeleted: false,
      createdAt: TEST_NOW,
      updatedAt: TEST_NOW,
    });
  }

  const pair = () => ({ consumerOrgNo: consumer.orgNo, supplierOrgNo: supplier.orgNo });

  async function recorded(action: string, scope: string) {
    const { auditEvents } = home.db.tables;
    return home.db
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.action, action), eq(auditEvents.subjectId, scope)));
  }

  it.each(['ADMAI', 'HADM', 'BOBEL', 'APIADM'])('lets a person with the role %s give and end one', async (role) => {
    const { api } = await anApi(`role-${role.toLowerCase()}`);
    const person = by(actorOf(await aPerson(home.db, { at: consumer, roles: [role] })));
    expect(await outcome(delegateApi(person, { ...pair(), api }))).toBe('done');
    expect(await outcome(revokeApi(person, { ...pair(), api }))).toBe('done');
  });

  it('lets a person who administers the organisation’s APIs give and end one', async () => {
    const { api } = await anApi('by-package');
    const person = await aPerson(home.db);
    await home.db.transaction((tx) =>
      givePackage(tx, { fromUuid: consumer.uuid, toUuid: person.uuid, packageUrn: TECHNICAL, at: TEST_NOW }),
    );
    expect(await outcome(delegateApi(by(actorOf(person)), { ...pair(), api }))).toBe('done');
    expect(await outcome(revokeApi(by(actorOf(person)), { ...pair(), api }))).toBe('done');
  });

  it('B9 lets nobody else read, give or end anything, and says of an organisation that is not theirs what it says of none', async () => {
    const { api } = await anApi('guarded');
    await delegateApi(by(manager), { ...pair(), api });
    const others: readonly Actor[] = [
      actorOf(await aPerson(home.db, { at: consumer, roles: ['ANSATT', 'KLADM'] })),
      actorOf(await aPerson(home.db, { at: supplier, roles: ['ADMAI'] })),
      { ...manager, authenticationLevel: 2 },
      anAdministrator(consumer.orgNo),
    ];
    const everything = (actor: Actor, consumerOrgNo: string) => {
      const input = { consumerOrgNo, supplierOrgNo: supplier.orgNo, api };
      return Promise.all(
        [
          delegateApi(by(actor), input),
          revokeApi(by(actor), input),
          readGivenApi(by(actor), input),
          listGivenApis(by(actor), input),
          listDelegableApis(by(actor), { consumerOrgNo }),
          readDelegableApi(by(actor), input),
          previewApiDelegation(by(actor), input),
        ].map(outcome),
      );
    };
    const all = (status: string) => Array.from({ length: 7 }, () => status);
    expect(await everything(ANONYMOUS, consumer.orgNo)).toEqual(all('401'));
    for (const actor of others) {
      const expected = actor.kind === 'person' || actor.kind === 'organisation' ? all('403') : [];
      expect(await everything(actor, consumer.orgNo)).toEqual(expected);
    }
    expect(await everything(manager, home.other)).toEqual(all('403'));
    expect(await everything(manager, '310702641')).toEqual(all('403'));
    expect((await readGivenApi(by(manager), { ...pair(), api })).scopes).toHaveLength(1);
  });

  it('answers about another’s delegation as about one that never was', async () => {
    const { api } = await anApi('foreign');
    const stranger = await anOrganisation(home.db);
    const other = by(actorOf(await aPerson(home.db, { at: stranger, roles: ['ADMAI'] })));
    await delegateApi(by(manager), { ...pair(), api });
    const input = { consumerOrgNo: stranger.orgNo, supplierOrgNo: supplier.orgNo };
    for (const named of [api, 'no-such-api']) {
      expect(await outcome(readGivenApi(other, { ...input, api: named }))).toBe('delegation_not_found');
      expect(await outcome(revokeApi(other, { ...input, api: named }))).toBe('delegation_not_found');
    }
    expect(await outcome(readGivenApi(by(manager), { ...pair(), api }))).toBe('done');
  });

  it('gives every scope of the API that can be delegated and that its owner owns, and no other', async () => {
    const own = await anApi('many', { scopes: ['many.read', 'many.write'] });
    const closed = await aScope(home.db, { name: `${home.prefix}:many.closed`, ownerOrgNo: home.owner });
    const foreign = await aScope(home.db, { name: `${home.prefix}:many.foreign`, delegationSource: SOURCE });
    await aResource('mixed', [...own.scopes, closed, foreign]);
    await delegateApi(by(manager), { ...pair(), api: 'mixed' });
    const given = await readGivenApi(by(manager), { ...pair(), api: 'mixed' });
    expect(given).toMatchObject({
      title: { nb: 'mixed' },
      owner: { orgNo: home.owner, name: 'ACME ETAT' },
      supplier: { name: 'LØNN OG FAKTURA AS' },
      since: TEST_NOW,
      givenByName: manager.name,
    });
    expect(given.scopes.map(({ name }) => name)).toEqual(own.scopes);
  });

  it('refuses what cannot be given, and to whom', async () => {
    const { api } = await anApi('plain');
    await anApi('shut', { delegable: false });
    await aResource('empty', [await aScope(home.db, { name: `${home.prefix}:no.source`, ownerOrgNo: home.owner })]);
    const to = (differences: object) => outcome(delegateApi(by(manager), { ...pair(), api, ...differences }));
    expect(await to({ api: 'shut' })).toBe('api_not_found');
    expect(await to({ api: 'empty' })).toBe('api_not_found');
    expect(await to({ api: 'no-such-api' })).toBe('api_not_found');
    expect(await to({ supplierOrgNo: consumer.orgNo })).toBe('invalid_request');
    expect(await to({ supplierOrgNo: '123' })).toBe('invalid_request');
    expect(await to({ supplierOrgNo: '310702641' })).toBe('organisation_not_found');
  });

  it('is given once and ended once when two people do it at the same time', async () => {
    const { api, scopes } = await anApi('twice', { scopes: ['twice.read', 'twice.write'] });
    const second = actorOf(await aPerson(home.db, { at: consumer, roles: ['HADM'] }));
    const both = <T>(work: (actor: PersonActor) => Promise<T>) => Promise.all([manager, second].map(work).map(outcome));
    expect(await both((actor) => delegateApi(by(actor), { ...pair(), api }))).toEqual(['done', 'done']);
    expect((await both((actor) => revokeApi(by(actor), { ...pair(), api }))).sort()).toEqual([
      'delegation_not_found',
      'done',
    ]);
    for (const scope of scopes) {
      expect(await recorded('scope-delegation.given', scope)).toHaveLength(1);
      expect(await recorded('scope-delegation.revoked', scope)).toMatchObject([
        { partyOrgNo: consumer.orgNo, vendorOrgNo: supplier.orgNo, ownerOrgNo: home.owner },
      ]);
    }
  });

  it('lets the supplier fetch tokens for the customer until it is withdrawn, and MP-251 says so in the next request', async () => {
    const { api, scopes } = await anApi('tokens');
    const [scope = ''] = scopes;
    await anAccess(home.db, scope, consumer.orgNo);
    const client = await aClientWithKey(home.db, { orgNo: supplier.orgNo, scopes: [scope] });
    const token = () =>
      ask({ db: home.db, now: TEST_NOW }, aGrant(client, { claims: { scope, consumer_org: consumer.orgNo } }));
    const refused = {
      code: 'MP-251',
      text: `Consumer ${consumer.orgNo} has not delegated access to the scope ${scope} to supplier ${supplier.orgNo}.`,
    };
    expect(await token()).toMatchObject(refused);
    await delegateApi(by(manager), { ...pair(), api });
    expect(await token()).toMatchObject({
      claims: {
        consumer: { ID: `0192:${consumer.orgNo}` },
        supplier: { ID: `0192:${supplier.orgNo}` },
        delegation_source: SOURCE,
      },
    });
    await revokeApi(by(manager), { ...pair(), api });
    expect(await token()).toMatchObject(refused);
  });

  it('says beforehand whether it is given already, and whether the owner has let the customer in', async () => {
    const { api, scopes } = await anApi('preview', { scopes: ['preview.a', 'preview.b'] });
    const preview = () => previewApiDelegation(by(manager), { ...pair(), api });
    const [first = '', second = ''] = scopes;
    await anAccess(home.db, first, consumer.orgNo);
    await delegateScope(by(manager), { ...pair(), scope: first });
    expect(await preview()).toMatchObject({
      supplier: { orgNo: supplier.orgNo, name: 'LØNN OG FAKTURA AS' },
      isGiven: false,
      hasAccess: false,
    });
    await anAccess(home.db, second, consumer.orgNo);
    await delegateApi(by(manager), { ...pair(), api });
    expect(await preview()).toMatchObject({ isGiven: true, hasAccess: true });
  });

  it('finds APIs by title, owner, id and scope, in whatever case, but none that is hidden', async () => {
    await anApi('wages-api', { title: 'Lønn og ÅRSOPPGAVER', scopes: ['pay.read'] });
    await anApi('hidden-api', { title: 'Lønn, skjult', visible: false });
    const found = async (query: string) =>
      (await listDelegableApis(by(manager), { consumerOrgNo: consumer.orgNo, query })).rows.map(
        ({ resourceId }) => resourceId,
      );
    for (const words of ['årsoppgaver', 'WAGES-', 'pay.READ', 'lønn'])
      expect(await found(words)).toEqual(['wages-api']);
    expect(await found('acme etat')).toContain('wages-api');
    expect(await found('nothing like it')).toEqual([]);
    expect(await outcome(readDelegableApi(by(manager), { consumerOrgNo: consumer.orgNo, api: 'hidden-api' }))).toBe(
      'done',
    );
  });

  it('keeps its name when the owner takes the API down, and a scope without a resource is one by itself', async () => {
    const { api } = await anApi('taken-down', { title: 'Nedlagt API' });
    const alone = await aScope(home.db, { name: `${home.prefix}:alone`, delegationSource: SOURCE });
    await delegateApi(by(manager), { ...pair(), api });
    await delegateScope(by(manager), { ...pair(), scope: alone });
    const { resources } = home.db.tables;
    await home.db.update(resources).set({ isDeleted: true }).where(eq(resources.identifier, api));
    expect(await readGivenApi(by(manager), { ...pair(), api })).toMatchObject({ title: { nb: 'Nedlagt API' } });
    expect(await outcome(delegateApi(by(manager), { ...pair(), api }))).toBe('api_not_found');
    expect(await readGivenApi(by(manager), { ...pair(), api: alone })).toMatchObject({
      title: {},
      scopes: [{ name: alone }],
    });
    expect(await outcome(revokeApi(by(manager), { ...pair(), api: alone }))).toBe('done');
    expect(await outcome(revokeDelegation(by(manager), { ...pair(), scope: alone }))).toBe('delegation_not_found');
  });

  describe('in long lists', () => {
    let giver: Organisation;
    let person: PersonActor;
    let receiver: PersonActor;
    const total = ROWS_PER_PAGE + 3;

    beforeAll(async () => {
      giver = await anOrganisation(home.db, { name: 'STORKUNDE AS' });
      person = actorOf(await aPerson(home.db, { at: giver, roles: ['ADMAI'], name: 'DISKRÉ PERSON' }));
      const technician = await aPerson(home.db);
      await home.db.transaction((tx) =>
        givePackage(tx, { fromUuid: supplier.uuid, toUuid: technician.uuid, packageUrn: TECHNICAL, at: TEST_NOW }),
      );
      receiver = actorOf(technician);
      for (let number = 0; number < total; number += 1) {
        const { api } = await anApi(`list-${String(number).padStart(2, '0')}`, {
          scopes: [`l${number}.a`, `l${number}.b`],
        });
        await delegateApi(by(person), { consumerOrgNo: giver.orgNo, supplierOrgNo: supplier.orgNo, api });
      }
    });

    it('F27 goes on after its last row, though that was withdrawn meanwhile', async () => {
      const first = await listGivenApis(by(person), { consumerOrgNo: giver.orgNo });
      expect([first.rows.length, first.total]).toEqual([ROWS_PER_PAGE, total]);
      const last = first.rows.at(-1)?.api ?? '';
      const input = { consumerOrgNo: giver.orgNo, supplierOrgNo: supplier.orgNo, api: last };
      await revokeApi(by(person), input);
      const second = await listGivenApis(by(person), { consumerOrgNo: giver.orgNo, after: first.next });
      expect(second.rows.map(({ api }) => api)).toEqual(['list-50', 'list-51', 'list-52']);
      expect([second.total, second.next]).toEqual([total - 1, undefined]);
      await delegateApi(by(person), input);
    });

    it('finds by the other side’s name and number, by the API’s title and by its scopes', async () => {
      const given = (query: string) => listGivenApis(by(person), { consumerOrgNo: giver.orgNo, query });
      expect((await given('LØNN og fak')).total).toBe(total);
      expect((await given(supplier.orgNo)).total).toBe(total);
      expect((await given('LIST-07')).rows.map(({ api }) => api)).toEqual(['list-07']);
      expect((await given(':l8.b')).rows.map(({ api }) => api)).toEqual(['list-08']);
      expect((await given('nobody')).total).toBe(0);
    });

    it('tells a supplier which customers let it use what, but not who there did it', async () => {
      const received = await listReceivedApis(by(receiver), { supplierOrgNo: supplier.orgNo, query: 'storkunde' });
      expect(received.total).toBe(total);
      expect(received.rows[0]).toMatchObject({ consumer: { name: 'STORKUNDE AS' }, givenByName: undefined });
      expect(received.rows[0]?.scopes).toHaveLength(2);
      expect(JSON.stringify(received)).not.toContain(person.name);
      const given = await listGivenApis(by(person), { consumerOrgNo: giver.orgNo });
      expect(given.rows[0]).toMatchObject({ givenByName: person.name });
      for (const actor of [person, manager]) {
        expect(await outcome(listReceivedApis(by(actor), { supplierOrgNo: supplier.orgNo }))).toBe('403');
      }
      expect(await outcome(listReceivedApis(by(ANONYMOUS), { supplierOrgNo: supplier.orgNo }))).toBe('401');
    });
  });
});
