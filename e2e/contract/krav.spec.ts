import { expect, test } from '../fixtures.ts';

const OPEN_CLAIMS = '/kravogbetalinger/v1/regnskapssystem/314400402/aapnekrav';

test('the API asks a stranger for a token', async ({ request, house }) => {
  const response = await request.get(`${house.krav}${OPEN_CLAIMS}`);
  expect(response.status()).toBe(401);
  expect(response.headers()['www-authenticate']).toBe('Bearer');
  expect((await response.json()).kode).toBe('KB-004');
});

test('the API knows no other address, and the portal does not serve it', async ({ request, house }) => {
  const unknown = await request.get(`${house.krav}${OPEN_CLAIMS.replace('regnskapssystem', 'finans')}`);
  expect([unknown.status(), (await unknown.json()).kode]).toEqual([404, 'KB-003']);
  expect((await request.get(`${house.portal}${OPEN_CLAIMS}`)).status()).toBe(404);
});
