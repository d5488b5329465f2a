import { beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { env } from '#lib/config/env.ts';
import { now } from '#lib/context/clock.ts';
import { endSystemUser } from '#lib/systemusers/end-system-user.ts';
import {
  aClientWithKey,
  aGrant,
  aKey,
  anAccess,
  aScope,
  aSystemUserDetail,
  aTokenRequest,
  type GrantDifferences,
  type TestClient,
} from '#lib/testing/maskinporten.ts';
import { anOrganisation } from '#lib/testing/parties.ts';
import { aSystem, aSystemUser, suspendAsOwner } from '#lib/testing/systems.ts';
import { serveTestDatabase } from '#lib/testing/test-database.ts';
import { token } from '../token/endpoints.ts';
import { introspect } from './endpoints.ts';

let db: Db;
let client: TestClient;

beforeEach(async () => {
  db = await serveTestDatabase();
  client = await aClientWithKey(db);
  await anAccess(db, await aScope(db), client.orgNo);
});

async function aToken(claims: GrantDifferences['claims'] = {}): Promise<string> {
  const answer = await token.handlers.POST(aTokenRequest(aGrant(client, { now: now(), claims })));
  return ((await answer.json()) as { access_token: string }).access_token;
}

function ask(fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
  const body = new URLSearchParams(fields);
  return introspect.handlers.POST(new Request(`${env().issuer}introspect`, { method: 'POST', body, headers }));
}

/** What RFC 7523 §2.2 has a client send. */
function asClient(differences: GrantDifferences = {}): Record<string, string> {
  const claims = { sub: client.clientId, scope: undefined };
  return {
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: aGrant(client, { now: now(), claims, ...differences }),
  };
}

describe('POST /introspect', () => {
  it('tells a client what a good token says', async () => {
    const answer = await ask({ token: await aToken(), ...asClient() });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.json()).toMatchObject({ active: true, client_id: client.clientId, iss: env().issuer });
  });

  it('answers a bearer of a token of ours', async () => {
    const bearer = await aToken();
    const answer = await ask({ token: bearer }, { authorization: `Bearer ${bearer}` });
    expect(await answer.json()).toMatchObject({ active: true });
  });

  it('B22 calls a token inactive once its system user is withdrawn', async () => {
    const party = await anOrganisation(db);
    const system = await aSystem(db, { vendorOrgNo: client.orgNo, clientIds: [client.clientId] });
    const user = await aSystemUser(db, { system, party });
    const spoken = await aToken({ authorization_details: [aSystemUserDetail(party.orgNo)] });
    expect(await (await ask({ token: spoken, ...asClient() })).json()).toMatchObject({ active: true });
    await db.transaction((tx) => endSystemUser(tx, { id: user.id, at: now(), byName: 'Pia' }));
    expect(await (await ask({ token: spoken, ...asClient() })).json()).toEqual({ active: false });
  });

  it('B22 calls a token inactive while its system user is suspended', async () => {
    const party = await anOrganisation(db);
    const system = await aSystem(db, { vendorOrgNo: client.orgNo, clientIds: [client.clientId] });
    const user = await aSystemUser(db, { system, party });
    const spoken = await aToken({ authorization_details: [aSystemUserDetail(party.orgNo)] });
    const resume = await suspendAsOwner(db, user);
    expect(await (await ask({ token: spoken, ...asClient() })).json()).toEqual({ active: false });
    await resume();
    expect(await (await ask({ token: spoken, ...asClient() })).json()).toMatchObject({ active: true });
  });

  it.each(['a.b.c', 'x'])('calls %s inactive', async (other) => {
    expect(await (await ask({ token: other, ...asClient() })).json()).toEqual({ active: false });
  });

  it('refuses a stranger, a wrong key and a used assertion with 401', async () => {
    const good = asClient();
    await ask({ token: 'x', ...good });
    const wrongKey = asClient({ key: aKey('K1', 1), claims: { scope: undefined } });
    for (const fields of [{}, wrongKey, good]) {
      const answer = await ask({ token: 'x', ...fields });
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
      expect(await answer.json()).toMatchObject({ error: 'invalid_client' });
    }
  });

  it('refuses a request without token', async () => {
    expect((await ask(asClient())).status).toBe(400);
  });
});
