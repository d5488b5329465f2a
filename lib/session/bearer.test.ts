import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { env } from '../config/env.ts';
import { now } from '../context/clock.ts';
import { exchangeIssuer } from '../maskinporten/issuers.ts';
import { signJwt } from '../maskinporten/signing-keys.ts';
import { aClientWithKey, aGrant } from '../testing/maskinporten.ts';
import { aPerson } from '../testing/parties.ts';
import { serveTestDatabase } from '../testing/test-database.ts';
import { fromBearer } from './bearer.ts';

const URL_HERE = 'http://localhost:3000/authentication/api/v1/systemregister';
const consumer = { authority: 'iso6523-actorid-upis', ID: '0192:313300307' };

let db: Db;
beforeEach(async () => {
  db = await serveTestDatabase();
});

async function aTokenWith(claims: Record<string, unknown>, typ?: string): Promise<string> {
  const seconds = Math.floor(now().getTime() / 1000);
  const base = { iss: env().issuer, exp: seconds + 60 };
  return signJwt(db, { ...base, ...claims }, { now: now(), ...(typ ? { typ } : {}) });
}

async function actorFor(token: string) {
  const request = new Request(URL_HERE, { method: 'POST', headers: { authorization: `Bearer ${token}` } });
  return (await fromBearer(request)).actor;
}

describe('the bearer of a token', () => {
  it('is the consumer of a raw Maskinporten token', async () => {
    const token = await aTokenWith({ consumer, client_id: 'C', scope: 'a:x b:y', consumer_prefix: ['a'] });
    expect(await actorFor(token)).toEqual({
      kind: 'organisation',
      orgNo: '313300307',
      clientId: 'C',
      scopes: new Set(['a:x', 'b:y']),
      prefixes: ['a'],
      exchanged: false,
    });
  });

  it('is the consumer of an exchanged token, its claims as JSON text', async () => {
    const token = await aTokenWith({
      iss: exchangeIssuer(),
      consumer: JSON.stringify(consumer),
      'urn:altinn:orgNumber': '313300307',
      'urn:altinn:scope': 'c:z',
    });
    const expected = { kind: 'organisation', orgNo: '313300307', exchanged: true, scopes: new Set(['c:z']) };
    expect(await actorFor(token)).toMatchObject(expected);
  });

  it('speaks for exactly one system user', async () => {
    const detail = {
      type: 'urn:altinn:systemuser',
      systemuser_id: ['7e6f'],
      systemuser_org: { authority: 'iso6523-actorid-upis', ID: '0192:310702641' },
      system_id: 'S',
    };
    const one = await actorFor(await aTokenWith({ consumer, authorization_details: [detail] }));
    expect(one).toMatchObject({ systemUser: { id: '7e6f', orgNo: '310702641', systemId: 'S' } });
    const two = await actorFor(await aTokenWith({ consumer, authorization_details: [detail, detail] }));
    expect(two).not.toHaveProperty('systemUser');
  });

  it('is a person, completed from the register', async () => {
    const person = await aPerson(db);
    const token = await aTokenWith({
      iss: exchangeIssuer(),
      'urn:altinn:userid': String(person.userId),
      'urn:altinn:authlevel': '3',
      scope: 'altinn:portal/enduser',
    });
    expect(await actorFor(token)).toEqual({
      kind: 'person',
      userId: person.userId,
      partyId: person.partyId,
      partyUuid: person.uuid,
      name: person.name,
      authenticationLevel: 3,
      scopes: new Set(['altinn:portal/enduser']),
    });
  });

  it('is a person whom the register does not know, by the claims alone', async () => {
    const partyUuid = randomUUID();
    const token = await aTokenWith({
      'urn:altinn:userid': 1,
      'urn:altinn:partyid': 2,
      'urn:altinn:party:uuid': partyUuid,
    });
    expect(await actorFor(token)).toMatchObject({ kind: 'person', partyUuid, name: '', authenticationLevel: 0 });
    const alone = await actorFor(await aTokenWith({ 'urn:altinn:userid': 1, 'urn:altinn:partyid': 2 }));
    expect(alone).toMatchObject({ kind: 'person', userId: 1, partyId: 2 });
  });

  it.each<[string, () => Promise<string>]>([
    ['an expired token', () => aTokenWith({ consumer, exp: Math.floor(now().getTime() / 1000) - 11 })],
    ['another issuer', () => aTokenWith({ consumer, iss: 'https://maskinporten.no/' })],
    ['no consumer', () => aTokenWith({ scope: 'a:x' })],
    ['a consumer of another authority', () => aTokenWith({ consumer: { ...consumer, authority: 'x' } })],
    ['a consumer that is no number', () => aTokenWith({ consumer: { ...consumer, ID: '0192:abc' } })],
    ['a message of another kind', () => aTokenWith({ consumer }, 'result+jwt')],
    ['rubbish', async () => 'a.b.c'],
    ['A10 an assertion', async () => aGrant(await aClientWithKey(db), { claims: { iss: env().issuer }, now: now() })],
  ])('is nobody with %s', async (_case, make) => {
    expect(await actorFor(await make())).toEqual({ kind: 'anonymous' });
  });

  it('may come as cookie for reading alone, and never beside a header', async () => {
    const token = await aTokenWith({ consumer });
    const kindOf = async (method: string, headers: Record<string, string>) =>
      (await fromBearer(new Request(URL_HERE, { method, headers }))).actor.kind;
    const cookie = `a=b; AltinnStudioRuntime=${token}`;
    expect(await kindOf('GET', { cookie })).toBe('organisation');
    expect(await kindOf('POST', { cookie })).toBe('anonymous');
    expect(await kindOf('DELETE', { cookie })).toBe('anonymous');
    expect(await kindOf('GET', { cookie, authorization: 'Basic x' })).toBe('anonymous');
    expect(await kindOf('GET', { authorization: `bearer ${token}` })).toBe('organisation');
    expect(await kindOf('GET', {})).toBe('anonymous');
  });
});
