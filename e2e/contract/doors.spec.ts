import { expect, test } from '../fixtures.ts';
import { type RawAnswer, sendRaw } from '../raw.ts';
import { askForSystemUser, machine } from '../vendor.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const JSON_TYPE = { 'content-type': 'application/json' };
const BASIC = `Basic ${Buffer.from('sandbox:sandbox').toString('base64')}`;
const HEADERS = ['content-type', 'cache-control', 'pragma', 'www-authenticate', 'allow', 'location', 'retry-after'];
const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

test('the machine lane and Next answer alike, byte for byte but for trace ids', async ({ house }) => {
  test.slow();
  const other = await house.openSecondDoor();
  const write = await machine(house).token({ scope: 'altinn:authentication/systemregister.write' });
  const read = await machine(house).token({ scope: 'altinn:authentication/systemuser.request.read' });
  const { id } = await askForSystemUser(house);
  // The other door is no address of its own: only under the portal's name the sandbox lets anybody in.
  const control = { authorization: BASIC, host: new URL(house.portal).host };
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const { host } = new URL(house.portal);
  const sandbox = { host, authorization: `Basic ${btoa('sandbox:sandbox')}` };
  const forged = `${(await machine(house).sign({ scope: 'x:y' })).slice(0, -6)}AAAAAA`;

  const requests: readonly (readonly [path: string, how?: Parameters<typeof sendRaw>[2]])[] = [
    ['/.well-known/oauth-authorization-server'],
    ['/jwk'],
    ['/jwk', { method: 'HEAD' }],
    ['/token'],
    ['/token', { method: 'OPTIONS' }],
    ['/token', { method: 'POST', headers: FORM, body: '' }],
    ['/token', { method: 'POST', headers: JSON_TYPE, body: '{}' }],
    ['/token', { method: 'POST', headers: FORM, body: `grant_type=${JWT_BEARER}&assertion=${forged}` }],
    ['/token', { method: 'POST', headers: FORM, body: 'assertion=a&assertion=b' }],
    ['/authentication/api/v1/systemregister'],
    ['/authentication/api/v1/systemregister/'],
    ['/AUTHENTICATION/api/v1/SystemRegister'],
    ['//jwk'],
    ['/authentication/api//v1/systemregister'],
    ['//help'],
    ['//authentication/api/v1/systemregister/vendor', { method: 'POST', headers: JSON_TYPE, body: '{}' }],
    ['/authentication/api/v1/systemregister/313300307_smartregnskap'],
    ['/authentication/api/v1/systemregister/no-such-system'],
    ['/authentication/api/v1/systemregister/vendor', { method: 'POST', headers: JSON_TYPE, body: '{}' }],
    [
      '/authentication/api/v1/systemregister/vendor',
      { method: 'POST', headers: { ...JSON_TYPE, ...bearer(write) }, body: '{' },
    ],
    [
      '/authentication/api/v1/systemregister/vendor',
      { method: 'POST', headers: { ...JSON_TYPE, ...bearer(write) }, body: '{}' },
    ],
    ['/authentication/api/v1/systemregister', { method: 'PATCH' }],
    [`/authentication/api/v1/systemuser/request/vendor/${id}`, { headers: bearer(read) }],
    [`/authentication/api/v1/systemuser/request/vendor/${id}`, { headers: bearer('nonsense') }],
    ['/authentication/api/v1/systemuser/request/vendor/not-a-uuid', { headers: bearer(read) }],
    ['/authentication/api/v1/systemuser/vendor/bysystem/313300307_smartregnskap', { headers: bearer(read) }],
    ['/authorization/api/v1/authorize', { method: 'POST', headers: JSON_TYPE, body: '{"Request":{}}' }],
    ['/resourceregistry/api/v1/resource/ske-krav-og-betalinger'],
    ['/resourceregistry/api/v1/resource/ske-krav-og-betalinger/policy'],
    ['/resourceregistry/api/v1/resource/no-such-resource'],
    ['/resourceregistry/api/v1/resource/resourcelist'],
    ['/accessmanagement/api/v1/meta/info/accesspackages/search'],
    ['/api/v1/scopes'],
    ['/api/v1/clients', { headers: bearer(write) }],
    ['/auth/user', { headers: bearer(write) }],
    ['/datasharing/consumer/client', { headers: bearer(write) }],
    ['/_sandbox/clock', { headers: { host } }],
    ['/_Sandbox/Clock', { headers: { host } }],
    ['/_sandbox/clock', { headers: { host: 'evil.example' } }],
    ['/_sandbox/clock', { method: 'PUT', headers: { ...JSON_TYPE, ...sandbox }, body: '{"advance":"soon"}' }],
    ['/_sandbox/reset', { headers: { host } }],
    ['/_sandbox/reset', { method: 'POST', headers: { ...FORM, ...sandbox }, body: 'a=b' }],
    ['/_sandbox/reset', { method: 'POST', headers: { ...JSON_TYPE, ...sandbox, origin: 'https://evil.example' } }],
    ['/_sandbox/nothing', { headers: { host } }],
    ['/health/live'],
    ['/health/ready'],
    ['/health/nothing'],
    ['/_sandbox/scenarios', { headers: { host: control.host } }],
    ['/_sandbox/scenarios/c1', { method: 'PUT', headers: control, body: '{}' }],
    ['/_Sandbox/Journal', { headers: { ...JSON_TYPE, ...control, 'x-sandbox': '1' }, method: 'DELETE' }],
    ['/token', { method: 'POST', headers: { ...FORM, ...scenario('MP-303') }, body: '' }],
    ['/token', { method: 'POST', headers: { ...FORM, ...scenario('nonsense') }, body: '' }],
    ['/authentication/api/v1/systemregister', { headers: scenario('AUTH-00011') }],
    ['/authentication/api/v1/systemregister', { headers: scenario('after:delay=5') }],
    ['/api/v1/scopes', { headers: scenario('429') }],
  ];
  for (const [path, how] of requests) {
    const [lane, next] = [await sendRaw(house.portal, path, how), await sendRaw(other, path, how)];
    expect(essence(next), `${how?.method ?? 'GET'} ${path}`).toEqual(essence(lane));
    expect(lane.status, path).toBeLessThan(500);
  }

  const resource = '/resourceregistry/api/v1/resource/ske-krav-og-betalinger';
  for (const ending of ['503', 'throw', 'after:503']) {
    const how = { headers: scenario(ending) };
    const [lane, next] = [await sendRaw(house.portal, resource, how), await sendRaw(other, resource, how)];
    expect(essence(next), ending).toEqual(essence(lane));
    expect(lane.status, ending).toBe(ending === 'throw' ? 500 : 503);
  }
  for (const [door, ending] of [house.portal, other].flatMap(
    (each) =>
      [
        [each, 'drop'],
        [each, 'after:drop'],
      ] as const,
  )) {
    await expect(sendRaw(door, resource, { headers: scenario(ending) }), `${door} ${ending}`).rejects.toThrow(
      'hang up',
    );
  }
  const { clientId } = machine(house);
  const how = { headers: { ...JSON_TYPE, ...control }, body: '{"scenario":"AUTH-00044"}' };
  expect((await sendRaw(other, `/_sandbox/scenarios/${clientId}`, { method: 'PUT', ...how })).status).toBe(200);
  for (const door of [other, house.portal]) {
    const ask = async () =>
      (await sendRaw(door, `/authentication/api/v1/systemuser/request/vendor/${id}`, { headers: bearer(read) })).text;
    await expect.poll(ask, { timeout: 2_000 }).toContain('AUTH-00044');
  }
  const removal = { method: 'DELETE', headers: { ...control, 'x-sandbox': '1' } };
  expect((await sendRaw(house.portal, `/_sandbox/scenarios/${clientId}`, removal)).status).toBe(204);
  const kept = await sendRaw(house.portal, `/_sandbox/journal?client=${clientId}&path=${id}`, { headers: control });
  expect(kept.text).toContain('"code":"AUTH-00044"');
});

function scenario(text: string) {
  return { 'x-sandbox-scenario': text };
}

/** What a client sees of an answer, without what is new in every one. */
function essence({ status, headers, text }: RawAnswer) {
  return {
    status,
    text: text
      .replace(/\b(?:00-)?[0-9a-f]{32}(?:-[0-9a-f]{16}-0[01])?\b/g, '<trace>')
      .replace(/"timestamp":"[^"]+"/, '"timestamp":"<now>"'),
    headers: Object.fromEntries(HEADERS.map((name) => [name, headers[name]])),
  };
}

test('D12 a base that ends in a slash may be joined to a path that begins with one, before Altinn’s APIs', async ({
  house,
}) => {
  for (const [path, status] of [
    ['//authentication/api/v1/systemregister', 401],
    ['/resourceregistry/api/v1//resource/ske-krav-og-betalinger', 200],
    ['/resourceregistry/api/v1/resource//ske-krav-og-betalinger', 404],
    ['//token', 404],
    ['//help', 404],
    ['//evil.example', 404],
  ] as const) {
    expect((await sendRaw(house.portal, path)).status, path).toBe(status);
  }
});

test('D12 a target that names scheme and host leads to its path here, and to no other server', async ({ house }) => {
  for (const [target, status] of [
    [`${house.portal}/jwk`, 200],
    ['http://evil.example/jwk', 200],
    ['http://evil.example/help', 200],
    ['http://evil.example//help', 404],
    ['http://evil.example', 200],
    ['ftp://evil.example/jwk', 404],
  ] as const) {
    const answer = await sendRaw(house.portal, target);
    expect([target, answer.status]).toEqual([target, status]);
    expect(answer.text).not.toContain('evil.example');
  }
});

test('a client that offers another protocol is answered in this one, also after a page', async ({ house }) => {
  expect((await fetch(`${house.portal}/help`)).status).toBe(200);
  for (const [upgrade, more] of [
    ['h2c', { 'http2-settings': 'AAMAAABkAAQAAP__' }],
    ['TLS/1.2', {}],
    ['websocket', { 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==', 'sec-websocket-version': '13' }],
  ] as const) {
    const headers = { connection: ['Upgrade', ...Object.keys(more)].join(', '), upgrade, ...more };
    const answer = await sendRaw(house.portal, '/jwk', { headers });
    expect([upgrade, answer.status, answer.text.includes('"keys"')]).toEqual([upgrade, 200, true]);
  }
});
