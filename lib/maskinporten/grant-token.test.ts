import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { env } from '../config/env.ts';
import { ANONYMOUS } from '../context/context.ts';
import { OAuthError } from '../kernel/errors.ts';
import { endSystemUser } from '../systemusers/end-system-user.ts';
import { TEST_NOW } from '../testing/context.ts';
import {
  aClientWithKey,
  aGrant,
  aKey,
  anAccess,
  aScope,
  aSystemUserDetail,
  ask,
  type GrantDifferences,
  TEST_CUSTOMER,
  TEST_SCOPE,
  TEST_VENDOR,
  type TestClient,
} from '../testing/maskinporten.ts';
import { anOrganisation } from '../testing/parties.ts';
import { aSystem, aSystemUser, suspendAsOwner } from '../testing/systems.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { flushUse } from './grant/note-use.ts';
import { grantToken } from './grant-token.ts';
import { JWT_BEARER_GRANT } from './model.ts';
import { verifyOwnToken } from './verify-token.ts';

const NOW = Math.floor(TEST_NOW.getTime() / 1000);
const EARLIER = new Date(TEST_NOW.getTime() - 1000);
const PREFIX = 'Invalid assertion. Client authentication failed. ';

/** A vendor's client that may have `TEST_SCOPE`. */
async function aReadyClient(engine: 'sqlite' | 'postgresql') {
  const { db } = await openTestDatabase(engine);
  const client = await aClientWithKey(db);
  await anAccess(db, await aScope(db), client.orgNo);
  return { db, now: TEST_NOW, client };
}

type Row = readonly [rule: string, differences: GrantDifferences, error: string, code: string, text: string];

const MALFORMED = 'Invalid assertion. Invalid parameter value.';
const DETAILS = aSystemUserDetail();
const REFUSALS: readonly Row[] = [
  ['6 alg outside the set', { header: { alg: 'PS256' } }, 'invalid_request', 'MP-011', 'RS256, RS384, RS512'],
  ['6 an unknown crit', { header: { crit: ['exp'], exp: 1 } }, 'invalid_request', 'MP-011', 'crit'],
  [
    '6 neither kid nor x5c',
    { header: { kid: undefined } },
    'invalid_request',
    'MP-011',
    'Invalid assertion. Invalid parameter value. Invalid JWT. The client requires pre-registered jwk and no key identifier (kid) provided; send kid, or x5c with an enterprise certificate.',
  ],
  ['6 kid of another type', { header: { kid: 1 } }, 'invalid_request', 'MP-011', 'kid'],
  ['6 x5c as a string', { header: { x5c: 'MII' } }, 'invalid_request', 'MP-123', 'Invalid JWT header x5c'],
  ['7 an unknown claim', { claims: { foo: 1 } }, 'invalid_request', 'MP-011', 'JWT claim foo is unknown'],
  ['7 scope missing', { claims: { scope: undefined } }, 'invalid_request', 'MP-011', 'JWT claim scope is missing'],
  ['7 scope null', { claims: { scope: null } }, 'invalid_request', 'MP-011', 'JWT claim scope is missing'],
  ['7 iss missing', { claims: { iss: undefined } }, 'invalid_request', 'MP-011', 'JWT claim iss is missing'],
  ['7 aud missing', { claims: { aud: undefined } }, 'invalid_request', 'MP-011', 'JWT claim aud is missing'],
  ['7 iat missing', { claims: { iat: undefined } }, 'invalid_request', 'MP-011', 'JWT claim iat is missing'],
  ['7 exp missing', { claims: { exp: undefined } }, 'invalid_request', 'MP-011', 'JWT claim exp is missing'],
  ['7 exp as text', { claims: { exp: String(NOW + 60) } }, 'invalid_request', 'MP-011', 'JWT claim exp'],
  ['7 jti as a number', { claims: { jti: 5 } }, 'invalid_request', 'MP-011', 'JWT claim jti'],
  ['7 consumer_org as a number', { claims: { consumer_org: 1 } }, 'invalid_request', 'MP-011', 'consumer_org'],
  ['7 the misspelt consumer_orgno', { claims: { consumer_orgno: '1' } }, 'invalid_request', 'MP-011', 'consumer_orgno'],
  ['7 details that are no array', { claims: { authorization_details: {} } }, 'invalid_request', 'MP-011', 'array'],
  ['8 an unknown client', { claims: { iss: randomUUID() } }, 'invalid_grant', 'MP-100', `${PREFIX}Client not found`],
  ['8 sub other than iss', { claims: { sub: 'x' } }, 'invalid_grant', 'MP-100', PREFIX],
  [
    '9 another audience',
    { claims: { aud: 'https://x/' } },
    'invalid_grant',
    'MP-110',
    `${PREFIX}Invalid JWT claim aud`,
  ],
  [
    '10a an unknown kid',
    { header: { kid: 'K9' } },
    'invalid_grant',
    'unknown-kid',
    'Unknown key identifier (kid) for client.',
  ],
  [
    '12 a signature by another key',
    { key: aKey('K1', 1) },
    'invalid_grant',
    'MP-124',
    `${PREFIX}Invalid JWT signature`,
  ],
  ['13 an expired grant', { claims: { iat: NOW - 60, exp: NOW - 11 } }, 'invalid_grant', 'MP-130', 'JWT is expired'],
  [
    '13 a grant that lives too long',
    { claims: { exp: NOW + 181 } },
    'invalid_grant',
    'lifetime',
    'JWT has too long lifetime.',
  ],
  [
    '13 a grant from the future',
    { claims: { iat: NOW + 11 } },
    'invalid_grant',
    'issue-time',
    'Issue time is after now',
  ],
  ['13 a grant that is not valid yet', { claims: { nbf: NOW + 11 } }, 'invalid_grant', 'not-before', 'nbf'],
  ['15 a blank scope', { claims: { scope: ' ' } }, 'invalid_scope', 'MP-200', 'invalid scopes for client,'],
  [
    '15 a scope not on the client',
    { claims: { scope: 'a:b' } },
    'invalid_scope',
    'MP-200',
    'invalid scopes for client, a:b',
  ],
  [
    '17 consumer_org with nine letters',
    { claims: { consumer_org: 'abcdefghi' } },
    'invalid_request',
    'MP-011',
    'nine digits',
  ],
  ['17 iss_onbehalfof', { claims: { iss_onbehalfof: 'x' } }, 'invalid_request', 'MP-011', 'iss_onbehalfof'],
  [
    '17 consumer_org of its own',
    { claims: { consumer_org: TEST_VENDOR } },
    'invalid_request',
    'consumer-org',
    'Validation of JWT claim failed: The combination consumer_org in claim and delegation scope on client is invalid',
  ],
  ['20 a relative resource', { claims: { resource: '/orders' } }, 'invalid_target', 'target', 'absolute URI'],
  ['20 a resource with fragment', { claims: { resource: ['https://a/#b'] } }, 'invalid_target', 'target', 'fragment'],
  ['21 a pid with wrong control digits', { claims: { pid: '12345678901' } }, 'invalid_request', 'MP-011', 'pid'],
  [
    '22 an unknown type of details',
    { claims: { authorization_details: [{ ...DETAILS, type: 'urn:x' }] } },
    'invalid_authorization_details',
    'MP-301',
    'Unknown authorization details type',
  ],
  [
    '22 an unknown field of details',
    { claims: { authorization_details: [{ ...DETAILS, systemuserid: 'x' }] } },
    'invalid_authorization_details',
    'MP-302',
    'Unknown fields in the authorization details',
  ],
  [
    '22 an organisation that is none',
    { claims: { authorization_details: [{ ...DETAILS, systemuser_org: 'x' }] } },
    'invalid_authorization_details',
    'MP-303',
    'systemuser_org',
  ],
  [
    '23 a customer without system user',
    { claims: { authorization_details: [DETAILS] } },
    'invalid_altinn_customer_configuration',
    'MP-303',
    'Invalid authorization details values',
  ],
];

describe('the rules of the token endpoint', () => {
  const engine = 'sqlite';

  it.each(REFUSALS)('refuses by rule %s', async (_rule, differences, error, code, text) => {
    const { client, ...context } = await aReadyClient(engine);
    const outcome = await ask(context, aGrant(client, differences));
    expect(outcome).toMatchObject({ status: 400, error, code });
    expect(outcome.text).toContain(text);
  });

  it.each([
    ['3 no grant_type', { grantType: undefined, assertion: 'x', clientId: undefined }, 'invalid_request', 'MP-011'],
    [
      '4 another grant_type',
      { grantType: 'client_credentials', assertion: 'x', clientId: undefined },
      'unsupported_grant_type',
      'grant-type',
    ],
    [
      '5 no assertion',
      { grantType: JWT_BEARER_GRANT, assertion: undefined, clientId: undefined },
      'invalid_request',
      'MP-011',
    ],
    [
      '5 two parts',
      { grantType: JWT_BEARER_GRANT, assertion: 'a.b', clientId: undefined },
      'invalid_request',
      'MP-011',
    ],
  ])('refuses by rule %s', async (_rule, form, error, code) => {
    const { db } = await openTestDatabase(engine);
    const refused = await grantToken({ db, now: TEST_NOW, actor: ANONYMOUS }, form).catch((thrown: unknown) => thrown);
    expect(refused).toBeInstanceOf(OAuthError);
    expect(refused).toMatchObject({ status: 400, error, code });
  });

  it('refuses by rule 5 an assertion with a stray line break', async () => {
    const { client, ...context } = await aReadyClient(engine);
    const outcome = await ask(context, `${aGrant(client)}\n`);
    expect(outcome).toMatchObject({ code: 'MP-011', text: expect.stringContaining(MALFORMED) });
  });

  it('breaks the first rule first: scope before delegation before details', async () => {
    const { client, ...context } = await aReadyClient(engine);
    const claims = { scope: 'a:b', consumer_org: TEST_VENDOR, pid: '1', authorization_details: [] };
    expect(await ask(context, aGrant(client, { claims }))).toMatchObject({ code: 'MP-200' });
    expect(await ask(context, aGrant(client, { claims: { ...claims, scope: TEST_SCOPE } }))).toMatchObject({
      code: 'consumer-org',
    });
  });

  it.each([
    ['exp ten seconds ago', { iat: NOW - 60, exp: NOW - 10 }, 200],
    ['exp eleven seconds ago', { iat: NOW - 60, exp: NOW - 11 }, 400],
    ['iat ten seconds ahead', { iat: NOW + 10, exp: NOW + 60 }, 200],
    ['iat eleven seconds ahead', { iat: NOW + 11, exp: NOW + 60 }, 400],
    ['iat far back', { iat: NOW - 170, exp: NOW + 10 }, 200],
    ['a life of 120 seconds', { exp: NOW + 120 }, 200],
    ['a life of 180 seconds', { exp: NOW + 180 }, 200],
    ['a life of 181 seconds', { exp: NOW + 181 }, 400],
    ['nbf ten seconds ahead', { nbf: NOW + 10 }, 200],
    ['nbf eleven seconds ahead', { nbf: NOW + 11 }, 400],
    ['exp equal to iat', { exp: NOW }, 400],
    ['exp a second after iat', { exp: NOW + 1 }, 200],
  ])('draws the line of time at %s', async (_when, claims, status) => {
    const { client, ...context } = await aReadyClient(engine);
    expect(await ask(context, aGrant(client, { claims }))).toMatchObject({ status });
  });

  it.each(['RS256', 'RS384', 'RS512'])('takes %s', async (alg) => {
    const { client, ...context } = await aReadyClient(engine);
    expect(await ask(context, aGrant(client, { header: { alg } }))).toMatchObject({ status: 200 });
  });

  it('takes what clients in the wild send: aud as array, sub, nbf, typ, null claims', async () => {
    const { client, ...context } = await aReadyClient(engine);
    const claims = { aud: [env().issuer], sub: client.clientId, nbf: NOW, resource: null, pid: null, whatever: null };
    expect(await ask(context, aGrant(client, { header: { typ: 'JWT' }, claims }))).toMatchObject({ status: 200 });
  });

  it('writes exactly the documented claims', async () => {
    const { client, ...context } = await aReadyClient(engine);
    const { claims, granted } = await ask(context, aGrant(client));
    expect(claims).toEqual({
      iss: env().issuer,
      client_amr: 'private_key_jwt',
      token_type: 'Bearer',
      client_id: client.clientId,
      scope: TEST_SCOPE,
      consumer: { authority: 'iso6523-actorid-upis', ID: `0192:${TEST_VENDOR}` },
      iat: NOW,
      exp: NOW + 120,
      jti: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
    });
    expect(granted).toMatchObject({ expiresIn: 120, scope: TEST_SCOPE });
  });

  it.each([
    [0, 0, 120],
    [600, 0, 600],
    [600, 60, 60],
    [30, 60, 30],
    [0, 300, 120],
    [90_000, 0, 7200],
  ])('lives for client %i and scope %i: %i seconds', async (accessTokenLifetime, atMaxAge, expected) => {
    const { db } = await openTestDatabase(engine);
    const client = await aClientWithKey(db, { accessTokenLifetime });
    await aScope(db, { atMaxAge, accessibleForAll: true });
    expect((await ask({ db, now: TEST_NOW }, aGrant(client))).granted?.expiresIn).toBe(expected);
  });

  it('grants several scopes as they were asked for, or none', async () => {
    const { db } = await openTestDatabase(engine);
    const client = await aClientWithKey(db, { scopes: ['a:x', 'b:y', 'c:z'] });
    for (const name of ['a:x', 'b:y']) await aScope(db, { name, accessibleForAll: true });
    await aScope(db, { name: 'c:z' });
    const context = { db, now: TEST_NOW };
    const both = await ask(context, aGrant(client, { claims: { scope: ' b:y  a:x' } }));
    expect([both.claims?.scope, both.granted?.scope]).toEqual(['b:y a:x', 'b:y a:x']);
    const repeated = await ask(context, aGrant(client, { claims: { scope: 'b:y a:x  b:y a:x ' } }));
    expect([repeated.claims?.scope, repeated.granted?.scope]).toEqual(['b:y a:x b:y a:x', 'b:y a:x b:y a:x']);
    const refused = await ask(context, aGrant(client, { claims: { scope: 'b:y c:z' } }));
    expect(refused).toMatchObject({ code: 'MP-250', text: expect.stringContaining('c:z') });
  });

  it.each([
    ['a string', 'https://api.example/a', null, 'https://api.example/a'],
    ['an array of one', ['https://api.example/a'], null, 'https://api.example/a'],
    ['an array of two', ['https://a.example/', 'urn:b'], null, ['https://a.example/', 'urn:b']],
    ['nothing, but the scope enforces one', undefined, 'https://enforced.example', 'https://enforced.example'],
    [
      'one, but the scope enforces another',
      'https://a.example',
      'https://enforced.example',
      'https://enforced.example',
    ],
  ])('binds the token to an audience: %s', async (_case, resource, enforcedAudience, aud) => {
    const { db } = await openTestDatabase(engine);
    const client = await aClientWithKey(db);
    await aScope(db, { accessibleForAll: true, enforcedAudience });
    expect((await ask({ db, now: TEST_NOW }, aGrant(client, { claims: { resource } }))).claims?.aud).toEqual(aud);
  });

  it('refuses by rule 20 two scopes that enforce different audiences', async () => {
    const { db } = await openTestDatabase(engine);
    const client = await aClientWithKey(db, { scopes: ['a:x', 'b:y'] });
    await aScope(db, { name: 'a:x', accessibleForAll: true, enforcedAudience: 'https://a' });
    await aScope(db, { name: 'b:y', accessibleForAll: true, enforcedAudience: 'https://b' });
    const outcome = await ask({ db, now: TEST_NOW }, aGrant(client, { claims: { scope: 'a:x b:y' } }));
    expect(outcome).toMatchObject({ error: 'invalid_target', code: 'target' });
  });

  it('binds the token to a person', async () => {
    const { client, ...context } = await aReadyClient(engine);
    const pid = '21887640030';
    expect((await ask(context, aGrant(client, { claims: { pid } }))).claims?.pid).toBe(pid);
  });
});

describe.each(ENGINES)('the token endpoint on %s', (engine) => {
  it.each([
    ['8 an inactive client', { active: false }, 'MP-100'],
    ['8 a client of another type', { integrationType: 'idporten' }, 'MP-100'],
    ['10b an expired key', { keyExpiresAt: EARLIER }, 'MP-121'],
    ['10a a client without keys', { withoutKey: true }, 'unknown-kid'],
  ])('refuses by rule %s', async (_rule, differences, code) => {
    const { db } = await openTestDatabase(engine);
    const client = await aClientWithKey(db, differences);
    expect(await ask({ db, now: TEST_NOW }, aGrant(client))).toMatchObject({ error: 'invalid_grant', code });
  });

  it('refuses by rule 14 a grant that was used', async () => {
    const { client, ...context } = await aReadyClient(engine);
    const grant = aGrant(client);
    expect(await ask(context, grant)).toMatchObject({ status: 200 });
    const again = await ask(context, grant);
    expect(again).toMatchObject({ error: 'invalid_grant', code: 'MP-012' });
    expect(again.text).toContain('Grant is used before');
  });

  it.each([
    ['15 an inactive scope', { active: false }, 'MP-200'],
    ['16 a scope that is not for machines', { allowedIntegrationTypes: ['idporten'] }, 'MP-201'],
    ['18 a scope without access', {}, 'MP-250'],
  ])('refuses by rule %s', async (_rule, differences, code) => {
    const { db } = await openTestDatabase(engine);
    const client = await aClientWithKey(db);
    await aScope(db, differences);
    const outcome = await ask({ db, now: TEST_NOW }, aGrant(client));
    expect(outcome).toMatchObject({ status: 400, error: 'invalid_scope', code });
    expect(outcome.text).toContain(TEST_SCOPE);
  });

  it.each(['REQUESTED', 'DENIED'] as const)('refuses by rule 18 access that is %s', async (state) => {
    const { db } = await openTestDatabase(engine);
    const client = await aClientWithKey(db);
    await anAccess(db, await aScope(db), client.orgNo, state);
    const outcome = await ask({ db, now: TEST_NOW }, aGrant(client));
    expect(outcome.text).toBe(`Consumer has not been granted access to the scope ${TEST_SCOPE}.`);
  });

  it('adds the prefixes of the consumer where the scope says so', async () => {
    const { db } = await openTestDatabase(engine);
    const client = await aClientWithKey(db);
    await aScope(db, { accessibleForAll: true, addsConsumerPrefix: true });
    const row = { ownerOrgNo: client.orgNo, createdAt: TEST_NOW, updatedAt: TEST_NOW };
    await db.insert(db.tables.scopePrefixes).values([
      { ...row, prefix: 'acme', active: true },
      { ...row, prefix: 'old', active: false },
    ]);
    expect((await ask({ db, now: TEST_NOW }, aGrant(client))).claims?.consumer_prefix).toEqual(['acme']);
  });

  it('stamps client and key with their last use', async () => {
    const { client, db, now } = await aReadyClient(engine);
    await ask({ db, now }, aGrant(client));
    await flushUse(db);
    const [row] = await db.select().from(db.tables.clients);
    const [key] = await db.select().from(db.tables.clientKeys);
    expect(row?.lastUsedAt).toEqual(TEST_NOW);
    expect(key?.lastUsedAt).toEqual(TEST_NOW);
  });

  it('audits the refusal of a client that has authenticated, without the assertion', async () => {
    const { client, db, now } = await aReadyClient(engine);
    const grant = aGrant(client, { claims: { scope: 'a:b' } });
    await ask({ db, now }, grant);
    const [event, ...more] = await db.select().from(db.tables.auditEvents);
    expect(more).toEqual([]);
    expect(event).toMatchObject({ action: 'token.refused', subjectId: client.clientId, after: { code: 'MP-200' } });
    expect(JSON.stringify(event)).not.toContain(grant.slice(0, 20));
  });

  it('D8 writes nothing for a stranger: unknown client, wrong key, bad signature', async () => {
    const { client, db, now } = await aReadyClient(engine);
    await ask({ db, now }, aGrant(client, { claims: { iss: randomUUID() } }));
    await ask({ db, now }, aGrant(client, { header: { kid: 'K9' } }));
    await ask({ db, now }, aGrant(client, { key: aKey('K1', 1) }));
    expect(await db.select().from(db.tables.auditEvents)).toEqual([]);
    expect(await db.select().from(db.tables.usedGrants)).toEqual([]);
  });
});

describe.each(ENGINES)('a supplier on %s', (engine) => {
  const delegationSource = 'https://www.altinn.no/';

  async function aSupplier(differences: {
    access?: boolean;
    delegated?: readonly string[];
    scopes?: readonly string[];
  }) {
    const { db } = await openTestDatabase(engine);
    const scopes = differences.scopes ?? [TEST_SCOPE];
    const client = await aClientWithKey(db, { scopes: [...scopes] });
    for (const name of scopes) {
      await aScope(db, { name, delegationSource });
      if (differences.access ?? true) await anAccess(db, name, TEST_CUSTOMER);
    }
    for (const scope of differences.delegated ?? []) await delegate(db, scope);
    return { db, client };
  }

  async function delegate(db: Db, scope: string) {
    await db.insert(db.tables.scopeDelegations).values({
      consumerOrgNo: TEST_CUSTOMER,
      supplierOrgNo: TEST_VENDOR,
      scope,
      resourceId: 'an-api',
      createdAt: TEST_NOW,
    });
  }

  const actFor = ({ db, client }: { db: Db; client: TestClient }, claims: Record<string, unknown> = {}) =>
    ask({ db, now: TEST_NOW }, aGrant(client, { claims: { consumer_org: TEST_CUSTOMER, ...claims } }));

  it('acts for a customer that has access and has delegated', async () => {
    const { claims } = await actFor(await aSupplier({ delegated: [TEST_SCOPE] }));
    expect(claims).toMatchObject({
      consumer: { ID: `0192:${TEST_CUSTOMER}` },
      supplier: { authority: 'iso6523-actorid-upis', ID: `0192:${TEST_VENDOR}` },
      delegation_source: delegationSource,
    });
  });

  it('gets a token with every claim that delegation, audience and person bring, and no other', async () => {
    const supplier = await aSupplier({ delegated: [TEST_SCOPE] });
    const bound = { resource: 'https://api.acme.example/orders', pid: '21887640030' };
    const { granted, claims } = await actFor(supplier, bound);
    const seconds = TEST_NOW.getTime() / 1000;
    expect(claims).toEqual({
      iss: env().issuer,
      client_id: supplier.client.clientId,
      client_amr: 'private_key_jwt',
      token_type: 'Bearer',
      aud: bound.resource,
      pid: bound.pid,
      scope: TEST_SCOPE,
      consumer: { authority: 'iso6523-actorid-upis', ID: `0192:${TEST_CUSTOMER}` },
      supplier: { authority: 'iso6523-actorid-upis', ID: `0192:${TEST_VENDOR}` },
      delegation_source: delegationSource,
      iat: seconds,
      exp: seconds + 120,
      jti: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
    });
    expect(granted).toMatchObject({ expiresIn: 120, scope: TEST_SCOPE });
    expect(await verifyOwnToken(supplier.db, granted?.token ?? '', TEST_NOW, [env().issuer])).toEqual(claims);
  });

  it('is refused by rule 19 when the customer has not delegated', async () => {
    const outcome = await actFor(await aSupplier({}));
    expect(outcome).toMatchObject({ error: 'invalid_scope', code: 'MP-251' });
    expect(outcome.text).toBe(
      `Consumer ${TEST_CUSTOMER} has not delegated access to the scope ${TEST_SCOPE} to supplier ${TEST_VENDOR}.`,
    );
  });

  it('is refused by rule 18 when the customer has delegated but has no access itself', async () => {
    expect(await actFor(await aSupplier({ access: false, delegated: [TEST_SCOPE] }))).toMatchObject({ code: 'MP-250' });
  });

  it('needs every one of two scopes delegated', async () => {
    const supplier = await aSupplier({ scopes: ['a:x', 'b:y'], delegated: ['a:x'] });
    expect(await actFor(supplier, { scope: 'a:x b:y' })).toMatchObject({ code: 'MP-251' });
    await delegate(supplier.db, 'b:y');
    expect(await actFor(supplier, { scope: 'a:x b:y' })).toMatchObject({ status: 200 });
  });

  it('is refused in the next request after a revocation', async () => {
    const supplier = await aSupplier({ delegated: [TEST_SCOPE] });
    expect(await actFor(supplier)).toMatchObject({ status: 200 });
    await supplier.db.delete(supplier.db.tables.scopeDelegations);
    expect(await actFor(supplier)).toMatchObject({ code: 'MP-251' });
  });
});

describe.each(ENGINES)('a system user on %s', (engine) => {
  async function aVendor() {
    const { client, db, now } = await aReadyClient(engine);
    const system = await aSystem(db, { vendorOrgNo: TEST_VENDOR, clientIds: [client.clientId] });
    const party = await anOrganisation(db);
    const speakFor = (orgNo: string, externalRef?: string) =>
      ask(
        { db, now },
        aGrant(client, {
          claims: {
            authorization_details: [aSystemUserDetail(orgNo, externalRef === undefined ? {} : { externalRef })],
          },
        }),
      );
    return { client, db, system, party, speakFor };
  }

  it.each(['standard', 'agent'] as const)('goes into the token: %s', async (userType) => {
    const { db, system, party, speakFor } = await aVendor();
    const user = await aSystemUser(db, { system, party, userType });
    const { claims } = await speakFor(party.orgNo);
    expect(claims?.authorization_details).toEqual([
      {
        type: 'urn:altinn:systemuser',
        systemuser_org: { authority: 'iso6523-actorid-upis', ID: `0192:${party.orgNo}` },
        systemuser_id: [user.id],
        system_id: system.systemId,
      },
    ]);
    expect(claims).toMatchObject({ consumer: { ID: `0192:${TEST_VENDOR}` } });
    expect(claims).not.toHaveProperty('supplier');
  });

  it('is found by its reference, and only by it', async () => {
    const { db, system, party, speakFor } = await aVendor();
    await aSystemUser(db, { system, party, externalRef: 'customer-4711' });
    expect(await speakFor(party.orgNo, 'customer-4711')).toMatchObject({ status: 200 });
    const without = await speakFor(party.orgNo);
    expect(without).toMatchObject({ error: 'invalid_altinn_customer_configuration', code: 'MP-303' });
    expect(without.text).toContain('under another externalRef');
    expect(await speakFor(party.orgNo, 'CUSTOMER-4711')).toMatchObject({ code: 'MP-303' });
  });

  it('B22 gives no token in the request after its withdrawal', async () => {
    const { db, system, party, speakFor } = await aVendor();
    const user = await aSystemUser(db, { system, party });
    expect(await speakFor(party.orgNo)).toMatchObject({ status: 200 });
    await db.transaction((tx) => endSystemUser(tx, { id: user.id, at: TEST_NOW, byName: 'Pia' }));
    const outcome = await speakFor(party.orgNo);
    expect(outcome).toMatchObject({ code: 'MP-303', text: expect.stringContaining('withdrawn') });
  });

  it('B22 gives no token while it is suspended, says why, and gives one in the next request after', async () => {
    const { db, system, party, speakFor } = await aVendor();
    const resume = await suspendAsOwner(db, await aSystemUser(db, { system, party }));
    const outcome = await speakFor(party.orgNo);
    expect(outcome).toMatchObject({ error: 'invalid_altinn_customer_configuration', code: 'MP-303' });
    expect(outcome.text).toContain('The organisation has suspended the system user');
    await resume();
    expect(await speakFor(party.orgNo)).toMatchObject({ status: 200 });
  });

  it('is not found when no system carries the client id, and the answer says so', async () => {
    const { client, ...context } = await aReadyClient(engine);
    const claims = { authorization_details: [aSystemUserDetail()] };
    const outcome = await ask(context, aGrant(client, { claims }));
    expect(outcome.text).toContain('No system of yours in the system register carries this client id');
  });

  it('stamps the system user with its last token', async () => {
    const { db, system, party, speakFor } = await aVendor();
    await aSystemUser(db, { system, party });
    await speakFor(party.orgNo);
    await flushUse(db);
    const [row] = await db.select().from(db.tables.systemUsers);
    expect(row?.lastTokenAt).toEqual(TEST_NOW);
  });

  it('A25 A34 tells a customer of another vendor from nobody by nothing', async () => {
    const { db, party, speakFor } = await aVendor();
    const foreign = await aSystem(db);
    await aSystemUser(db, { system: foreign, party });
    const nobody = await anOrganisation(db);
    expect(await speakFor(party.orgNo)).toEqual(await speakFor(nobody.orgNo));
  });

  it("A27 never takes another customer's user by a reference that is a number", async () => {
    const { db, system, party, speakFor } = await aVendor();
    const other = await anOrganisation(db);
    await aSystemUser(db, { system, party: other, externalRef: party.orgNo });
    expect(await speakFor(party.orgNo)).toMatchObject({ code: 'MP-303' });
    expect(await speakFor(other.orgNo)).toMatchObject({ code: 'MP-303' });
    const { claims } = await speakFor(other.orgNo, party.orgNo);
    expect(claims?.authorization_details).toMatchObject([{ systemuser_org: { ID: `0192:${other.orgNo}` } }]);
  });
});
