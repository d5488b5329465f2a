import { describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { anOrganisationActor, as, TEST_NOW } from '../testing/context.ts';
import {
  aClientWithKey,
  aGrant,
  aKey,
  anAccess,
  aScope,
  aSystemUserDetail,
  ask,
  type GrantDifferences,
} from '../testing/maskinporten.ts';
import { anOrganisation } from '../testing/parties.ts';
import { aSystem, aSystemUser } from '../testing/systems.ts';
import { ENGINES, openTestDatabase } from '../testing/test-database.ts';
import { explainGrant, type GrantCheckName } from './explain-grant.ts';

const NOW = Math.floor(TEST_NOW.getTime() / 1000);

describe.each(ENGINES)('explaining a grant on %s', (engine) => {
  it('passes a good grant, uses nothing up, and sees afterwards that it was used', async () => {
    const { db, client, explain } = await aReader((await openTestDatabase(engine)).db);
    const grant = aGrant(client);
    for (const _ of [1, 2]) expect(failuresOf(await explain(grant))).toEqual([]);
    expect(await ask({ db, now: TEST_NOW }, grant)).toMatchObject({ status: 200 });
    expect(failuresOf(await explain(grant))).toEqual([['replay', 'MP-012']]);
  });

  it.each<readonly [string, GrantDifferences, GrantCheckName, string]>([
    ['an unknown claim', { claims: { foo: 1 } }, 'form', 'MP-011'],
    ['another audience', { claims: { aud: 'https://example.com/' } }, 'audience', 'MP-110'],
    ['an unknown kid', { header: { kid: 'other' } }, 'signature', 'unknown-kid'],
    ['a grant that is over', { claims: { iat: NOW - 300, exp: NOW - 200 } }, 'time', 'MP-130'],
    ['a scope that the client lacks', { claims: { scope: 'a:b' } }, 'scopes', 'MP-200'],
    [
      'a system user that is not there',
      { claims: { authorization_details: [aSystemUserDetail()] } },
      'system-user',
      'MP-303',
    ],
    ['details of another type', { claims: { authorization_details: [{ type: 'x' }] } }, 'details', 'MP-301'],
  ])('names the rule broken by %s, in the endpoint’s own code', async (_, differences, check, code) => {
    const { db, client, explain } = await aReader((await openTestDatabase(engine)).db);
    const grant = aGrant(client, differences);
    expect(failuresOf(await explain(grant))).toEqual([[check, code]]);
    expect(await ask({ db, now: TEST_NOW }, grant)).toMatchObject({ code });
  });

  it('names the system user that a good grant speaks for', async () => {
    const { db, client, explain } = await aReader((await openTestDatabase(engine)).db);
    const { orgNo: vendorOrgNo, clientId } = client;
    const party = await anOrganisation(db);
    const user = await aSystemUser(db, { system: await aSystem(db, { vendorOrgNo, clientIds: [clientId] }), party });
    const authorization_details = [aSystemUserDetail(party.orgNo, { externalRef: user.externalRef })];
    expect((await explain(aGrant(client, { claims: { authorization_details } }))).systemUserId).toBe(user.id);
    expect((await explain(aGrant(client))).systemUserId).toBeUndefined();
  });

  it('tells nothing of another organisation’s client', async () => {
    const { db, client } = await aReader((await openTestDatabase(engine)).db);
    const stranger = anOrganisationActor({ orgNo: '310702641', scopes: new Set(['idporten:dcr.read']) });
    const { checks, keys } = await explainGrant(
      as({ db, now: TEST_NOW }, stranger),
      aGrant(client, { key: aKey('K9', 1) }),
    );
    expect(keys).toBeUndefined();
    expect(checks.filter(({ outcome }) => outcome === 'failed')).toMatchObject([{ check: 'client' }]);
    expect(checks.find(({ check }) => check === 'signature')?.outcome).toBe('skipped');
  });

  it('is for those who may read the organisation’s clients', async () => {
    const { db, client } = await aReader((await openTestDatabase(engine)).db);
    const context = as({ db, now: TEST_NOW }, anOrganisationActor({ orgNo: client.orgNo, scopes: new Set() }));
    await expect(explainGrant(context, aGrant(client))).rejects.toMatchObject({ status: 403 });
  });
});

/** A client with a scope it may use, and its own organisation's machine asking about grants. */
async function aReader(db: Db) {
  const client = await aClientWithKey(db);
  await anAccess(db, await aScope(db), client.orgNo);
  const actor = anOrganisationActor({ orgNo: client.orgNo, scopes: new Set(['idporten:dcr.read']) });
  return { db, client, explain: (grant: string) => explainGrant(as({ db, now: TEST_NOW }, actor), grant) };
}

function failuresOf({ checks }: Awaited<ReturnType<typeof explainGrant>>) {
  return checks.filter(({ outcome }) => outcome === 'failed').map(({ check, refusal }) => [check, refusal?.code]);
}
