import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { allowInsecureRequests, type Configuration, discovery, genericGrantRequest, None } from 'openid-client';
import { nb } from '#lib/i18n/messages/nb.ts';
import { expect, test } from '../fixtures.ts';
import type { House } from '../house.ts';
import { askForSystemUser, forCustomer, machine } from '../vendor.ts';

const run = promisify(execFile);
const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const CLAIMS_SCOPE = 'skatteetaten:kravogbetalinger';
const APE = '315500508';

test('curl and openssl alone go from a request to the claims, and are refused after the withdrawal', async ({
  house,
}) => {
  const { stdout } = await run('sh', ['e2e/contract/tour.sh', house.portal, house.guestsFolder, house.krav]);
  expect(stdout).toContain('"partIdentifikator":"314400402"');
  expect(stdout).toContain('KB-005');
  expect(stdout).toContain('invalid_altinn_customer_configuration');
});

test('what the start page has to paste leads to a token and the claims, without a log-in, and finds nothing wrong', async ({
  page,
  house,
}) => {
  await page.goto(`${house.portal}/start`);
  const script = await page.getByRole('region', { name: nb.start.tokenCode }).textContent();
  const { stdout } = await run('sh', ['-c', script ?? '']);
  expect(stdout).toContain(`"partIdentifikator":"${APE}"`);
  const doctor = await page.getByRole('region', { name: nb.start.doctorCode }).textContent();
  expect((await run('sh', ['-c', doctor ?? ''])).stdout).toMatch(/✓ system user\n✓ token: .*\n$/);
});

test('openid-client discovers the issuer and gets a system user token that its JWKS verifies', async ({ house }) => {
  const vendor = machine(house, 'smartcloud');
  const config = await discover(house, vendor.clientId);
  const assertion = await vendor.sign({ scope: CLAIMS_SCOPE, authorization_details: forCustomer(APE) });
  const answer = await genericGrantRequest(config, JWT_BEARER, { assertion });
  expect(answer).toMatchObject({ token_type: 'bearer', scope: CLAIMS_SCOPE });

  const { issuer, jwks_uri } = config.serverMetadata();
  const keys = createRemoteJWKSet(new URL(jwks_uri ?? ''));
  const { payload } = await jwtVerify(answer.access_token, keys, { issuer, algorithms: ['RS256'] });
  expect(payload).toMatchObject({
    client_id: vendor.clientId,
    scope: CLAIMS_SCOPE,
    consumer: { authority: 'iso6523-actorid-upis', ID: '0192:313300307' },
    authorization_details: [
      {
        type: 'urn:altinn:systemuser',
        systemuser_org: { authority: 'iso6523-actorid-upis', ID: `0192:${APE}` },
        system_id: '313300307_smartcloud',
      },
    ],
  });
});

test.describe('a grant is refused with its code', () => {
  test('A4 when it was altered', async ({ house }) => {
    const [header, , signature] = (await machine(house).sign({ scope: CLAIMS_SCOPE })).split('.');
    const other = (await machine(house).sign({ scope: CLAIMS_SCOPE })).split('.')[1];
    await expectRefusal(house, `${header}.${other}.${signature}`, ['invalid_grant', 'MP-124']);
  });

  test('A13 when it has expired', async ({ house }) => {
    const at = Math.floor(Date.now() / 1000) - 200;
    const assertion = await machine(house).sign({ scope: CLAIMS_SCOPE, iat: at, exp: at + 100 });
    await expectRefusal(house, assertion, ['invalid_grant', 'MP-130']);
  });

  test('A15 when it was used before', async ({ house }) => {
    const assertion = await machine(house).sign({ scope: CLAIMS_SCOPE });
    expect((await machine(house).grant(assertion)).status).toBe(200);
    await expectRefusal(house, assertion, ['invalid_grant', 'MP-012']);
  });

  test('A11 when it is meant for somebody else', async ({ house }) => {
    const assertion = await machine(house).sign({ scope: CLAIMS_SCOPE, aud: 'https://maskinporten.example/' });
    await expectRefusal(house, assertion, ['invalid_grant', 'MP-110']);
  });

  test('MP-303 when the customer has given no system user', async ({ house }) => {
    const assertion = await machine(house).sign({ scope: CLAIMS_SCOPE, authorization_details: forCustomer(APE) });
    await expectRefusal(house, assertion, ['invalid_altinn_customer_configuration', 'MP-303']);
  });
});

test('A31 the issuer, the token and the address of the answer come from settings, whatever a request claims', async ({
  house,
}) => {
  const { confirmUrl } = await askForSystemUser(house);
  expect(new URL(confirmUrl).origin).toBe(house.portal);
  const headers = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', forwarded: 'host=evil.example' };
  const metadata = await (await fetch(`${house.portal}/.well-known/oauth-authorization-server`, { headers })).json();
  expect(metadata).toMatchObject({ issuer: `${house.portal}/`, token_endpoint: `${house.portal}/token` });
  const body = new URLSearchParams({
    grant_type: JWT_BEARER,
    assertion: await machine(house).sign({ scope: CLAIMS_SCOPE }),
  });
  const answer = await (await fetch(`${house.portal}/token`, { method: 'POST', headers, body })).json();
  const claims = JSON.parse(Buffer.from(answer.access_token.split('.')[1], 'base64url').toString());
  expect(claims.iss).toBe(`${house.portal}/`);
});

function discover(house: House, clientId: string): Promise<Configuration> {
  const options = { algorithm: 'oauth2' as const, execute: [allowInsecureRequests] };
  return discovery(new URL(`${house.portal}/`), clientId, undefined, None(), options);
}

async function expectRefusal(house: House, assertion: string, [error, code]: readonly [string, string]): Promise<void> {
  const response = await machine(house).grant(assertion);
  const body = await response.json();
  expect([response.status, body.error, body.error_uri]).toEqual([400, error, `${house.portal}/errors/${code}`]);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(body).not.toHaveProperty('access_token');
}
