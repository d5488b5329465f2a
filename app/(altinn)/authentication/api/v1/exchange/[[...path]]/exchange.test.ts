import { beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { env } from '#lib/config/env.ts';
import { now } from '#lib/context/clock.ts';
import { exchangeIssuer } from '#lib/maskinporten/issuers.ts';
import { signJwt } from '#lib/maskinporten/signing-keys.ts';
import { fromBearer } from '#lib/session/bearer.ts';
import { payloadOf } from '#lib/testing/maskinporten.ts';
import { anOrganisation } from '#lib/testing/parties.ts';
import { serveTestDatabase } from '#lib/testing/test-database.ts';
import { openid } from '../../openid/[[...path]]/endpoints.ts';
import { exchange } from './endpoints.ts';

const consumer = { authority: 'iso6523-actorid-upis', ID: '0192:313300307' };
const details = [{ type: 'urn:altinn:systemuser', systemuser_id: ['x'], systemuser_org: consumer, system_id: 'S' }];

let db: Db;
beforeEach(async () => {
  db = await serveTestDatabase();
});

function aToken(claims: Record<string, unknown> = {}): Promise<string> {
  const exp = Math.floor(now().getTime() / 1000) + 60;
  const base = {
    iss: env().issuer,
    aud: 'a',
    client_amr: 'private_key_jwt',
    client_id: 'C',
    scope: 'a:x',
    consumer,
    exp,
  };
  return signJwt(db, { ...base, ...claims }, { now: now() });
}

function call(provider: string, token?: string, headers: Record<string, string> = {}): Promise<Response> {
  const authorization: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const url = `${env().issuer}authentication/api/v1/exchange/${provider}?test=true`;
  return exchange.handlers.GET(new Request(url, { headers: { ...authorization, ...headers } }));
}

describe('the token exchange', () => {
  it('gives a token of its own with every claim but those of the old issuer, for half an hour', async () => {
    const answer = await call('maskinporten', await aToken({ authorization_details: details }));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
    const claims = payloadOf(await answer.text());
    expect(claims).toMatchObject({
      iss: exchangeIssuer(),
      scope: 'a:x',
      consumer,
      client_id: 'C',
      authorization_details: details,
      sid: expect.any(String),
      'urn:altinn:orgNumber': '313300307',
      'urn:altinn:authenticatemethod': 'maskinporten',
      'urn:altinn:authlevel': 3,
    });
    expect(claims).not.toHaveProperty('aud');
    expect(claims).not.toHaveProperty('client_amr');
    expect(claims).not.toHaveProperty('urn:altinn:org');
    expect(Number(claims.exp) - Number(claims.iat)).toBe(1800);
  });

  it('quotes the token for a caller that takes JSON only', async () => {
    const answer = await call('maskinporten', await aToken(), { accept: 'application/json' });
    expect(await answer.text()).toMatch(/^"ey[\w.-]+"$/);
  });

  it('adds the short code of a service owner', async () => {
    await anOrganisation(db, { orgNo: '313300307', orgCode: 'skd' });
    const answer = await call('maskinporten', await aToken({ scope: 'altinn:serviceowner/x' }));
    expect(payloadOf(await answer.text())).toMatchObject({ 'urn:altinn:org': 'skd' });
  });

  it('makes a token that our APIs accept, but cannot be exchanged again', async () => {
    const exchanged = await (await call('maskinporten', await aToken())).text();
    const request = new Request('http://localhost/', { headers: { authorization: `Bearer ${exchanged}` } });
    expect((await fromBearer(request)).actor).toMatchObject({ orgNo: '313300307', exchanged: true });
    expect((await call('maskinporten', exchanged)).status).toBe(401);
  });

  it('refuses what cannot be exchanged', async () => {
    expect((await call('facebook', await aToken())).status).toBe(400);
    expect((await call('maskinporten')).status).toBe(401);
    expect((await call('maskinporten', 'a.b.c')).status).toBe(401);
    expect((await call('maskinporten', await aToken({ consumer: undefined }))).status).toBe(401);
    expect((await call('id-porten', await aToken())).status).toBe(401);
    const old = await call('maskinporten', await aToken(), { 'X-Altinn-EnterpriseUser-Authentication': 'x' });
    expect(old.status).toBe(410);
    expect(await old.json()).toMatchObject({ title: 'Virksomhetsbruker is no longer available' });
  });

  it('publishes metadata and keys of its issuer', async () => {
    const at = (path: string) => openid.handlers.GET(new Request(`${exchangeIssuer()}${path}`));
    const configuration = (await (await at('.well-known/openid-configuration')).json()) as Record<string, string>;
    expect(await (await at('.well-known/oauth-authorization-server')).json()).toEqual(configuration);
    expect(configuration.issuer).toBe(exchangeIssuer());
    const keys = await openid.handlers.GET(new Request(configuration.jwks_uri ?? ''));
    expect(await keys.json()).toMatchObject({ keys: [{ kty: 'RSA' }] });
  });
});
