import { ORG, PERSON } from '#db/seed/story.ts';
import { nb } from '#lib/i18n/messages/nb.ts';
import { expect, test } from '../fixtures.ts';
import { letter } from '../pages/letter.ts';
import { portal } from '../pages/portal.ts';
import { caller, generated, platform } from '../platform.ts';
import { sendRaw } from '../raw.ts';
import { signIn, signInFor } from '../sign-in.ts';
import { askForSystemUser, machine, readRequest } from '../vendor.ts';

const CUSTOMER = 'Rør og Vann AS';
const EVIL = 'https://evil.example';

test('C1 a return address must be a registered one, whatever it is dressed up as', async ({ house }) => {
  const scope = 'altinn:authentication/systemuser.request.write';
  const token = await machine(house).token({ scope });
  const own = `${house.smartRegnskap}/smartregnskap/tilbake`;
  const { host } = new URL(own);
  for (const redirectUrl of [
    `http://${host}@evil.example/smartregnskap/tilbake`,
    `http://localhost.evil.example/smartregnskap/tilbake`,
    '//evil.example',
    'https:\\\\evil.example',
    `${own}/../../x`,
    `${own}/%2e%2e/x`,
    own.replace('localhost:', 'localhost:1'),
    own.replace('http:', 'https:'),
    'javascript:alert(1)',
    'data:text/html,x',
    `${own}\r\nLocation: ${EVIL}`,
  ]) {
    const answer = await fetch(`${house.portal}/authentication/api/v1/systemuser/request/vendor`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        systemId: '313300307_smartregnskap',
        partyOrgNo: '314400402',
        externalRef: crypto.randomUUID(),
        rights: [{ resource: [{ id: 'urn:altinn:resource', value: 'ske-krav-og-betalinger' }] }],
        redirectUrl,
      }),
    });
    expect(answer.status, redirectUrl).toBe(400);
  }
});

test('C3 a form from elsewhere changes nothing', async ({ page, context, house }) => {
  const { id } = await askForSystemUser(house);
  await signIn(context, house, 'pia');
  await letter(page).open(id);
  const form = Object.fromEntries(
    await page
      .locator('form')
      .filter({ has: letter(page).approveButton() })
      .locator('input[type=hidden]')
      .evaluateAll((inputs) =>
        inputs.map((input) => [(input as HTMLInputElement).name, (input as HTMLInputElement).value]),
      ),
  );
  const multipart = Object.fromEntries(Object.entries(form).filter(([name]) => name !== ''));
  const address = `${house.portal}/requests/${id}`;
  const disguises: readonly Record<string, string>[] = [
    { origin: EVIL },
    { origin: 'null' },
    { origin: house.portal.replace('localhost', 'sub.localhost') },
    { origin: house.portal, 'sec-fetch-site': 'cross-site' },
    {},
  ];
  for (const headers of disguises) {
    const answer = await context.request.post(address, { multipart, headers, maxRedirects: 0 });
    expect(answer.status(), JSON.stringify(headers)).toBe(403);
  }
  const overridden = new URLSearchParams({ ...multipart, _method: 'POST' });
  await context.request.get(`${address}?${overridden}`);
  expect(await readRequest(house, id)).toMatchObject({ status: 'New' });
});

test('C4 no page of ours appears in a frame', async ({ page, context, house }) => {
  await signIn(context, house, 'pia');
  await page.goto(`${house.smartRegnskap}/smartregnskap`);
  await page.setContent(`<iframe src="${house.portal}/help"></iframe>`);
  const frame = page.frames()[1];
  await expect.poll(() => frame?.url()).toBe('chrome-error://chromewebdata/');
});

test('C5 a session is new at log-in, and dead on the server after log-out', async ({ page, context, house }) => {
  await context.addCookies([{ name: 'session', value: 'chosen-by-somebody-else', url: house.portal }]);
  await signInFor(page, house, 'pia', CUSTOMER);
  const cookie = (await context.cookies()).find(({ name }) => name === 'session');
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  expect(cookie?.value).not.toBe('chosen-by-somebody-else');

  await page.goto('/requests');
  await portal(page).logOut();
  await context.addCookies([{ name: 'session', value: cookie?.value ?? '', url: house.portal }]);
  await page.goto('/requests');
  await expect(page).toHaveURL(/\/login\?/);
});

test('C6 after log-in nobody is led out of the house', async ({ page, house }) => {
  for (const returnTo of ['//evil.example', '/\\evil.example', '/%09/evil.example', EVIL, 'javascript:alert(1)']) {
    await page.goto(`/login?returnTo=${encodeURIComponent(returnTo)}`);
    for (const value of await page.locator('input[name=returnTo]').evaluateAll(valuesOf)) {
      expect(value, returnTo).toMatch(/^\/(?![/\\])/);
    }
  }
  await page.goto('/login?returnTo=//evil.example');
  await portal(page).personNo().fill(PERSON.jonas);
  await portal(page).continueButton().click();
  await expect(page).toHaveURL(`${house.portal}/`);
});

test('C10 a link tells who asks, for whom and until when, and nothing else before log-in', async ({ page, house }) => {
  const { id, externalRef, confirmUrl } = await askForSystemUser(house, { integrationTitle: 'Hemmelig merkelapp' });
  await page.goto(confirmUrl);
  await portal(page).expectAsked('SmartCloud AS', CUSTOMER);
  expect(new URL(page.url()).searchParams.get('returnTo')).toBe(`/requests/${id}`);
  const text = await page.content();
  for (const secret of ['Krav og betalinger', 'Hemmelig merkelapp', externalRef]) expect(text).not.toContain(secret);
});

test('C11 after log-out neither Back nor a fetch shows what was there', async ({ page, context, house }) => {
  await signInFor(page, house, 'pia', CUSTOMER);
  const answer = await page.goto('/system-users');
  expect(answer?.headers()['cache-control']).toContain('no-store');
  await expect(page.getByRole('table')).toBeVisible();
  await portal(page).logOut();
  await page.goBack();
  await expect(page).toHaveURL(/\/login\?/);
  const fetched = await context.request.get(`${house.portal}/system-users?_rsc=1`, { headers: { rsc: '1' } });
  expect(await fetched.text()).not.toContain('Lillestrøm');
});

test('C12 no header or path of the framework is a way around the session', async ({ house }) => {
  const bypass = 'middleware:middleware:middleware:middleware:middleware';
  for (const name of ['x-middleware-subrequest', 'x-middleware-rewrite', 'x-middleware-next']) {
    const answer = await sendRaw(house.portal, '/system-users', { headers: { [name]: bypass } });
    expect(answer.status, name).toBe(307);
    expect(answer.text).not.toContain(CUSTOMER);
  }
  const action = await sendRaw(house.portal, '/system-users', {
    method: 'POST',
    headers: { 'next-action': 'f'.repeat(42), origin: house.portal, 'content-type': 'text/plain;charset=UTF-8' },
    body: '[]',
  });
  expect(action.status).toBeGreaterThanOrEqual(300);
  expect(action.status).toBeLessThan(500);
  for (const path of [
    `/_next/image?url=${encodeURIComponent(`${house.krav}/x.png`)}&w=64&q=75`,
    '/_next/data/build/system-users.json',
    '/_next/static/chunks/main.js.map',
    '/api/auth/route.js',
  ]) {
    const { status } = await sendRaw(house.portal, path);
    expect([400, 404], `${path}: ${status}`).toContain(status);
  }
});

test('C13 a switch in another tab does not redirect an answer', async ({ page, context, house }) => {
  const request = await askForSystemUser(house);
  await signInFor(page, house, 'pia', CUSTOMER);
  await letter(page).open(request.id);
  const other = await context.newPage();
  await other.goto('/switch?returnTo=%2Fhelp');
  await portal(other).choose('MODIG STILLE GRAN');
  await other.waitForURL('**/help');
  await letter(page).approveButton().press('Enter');
  await expect(letter(page).receipt.approved('SmartRegnskap')).toBeVisible();
  await expect(page.getByText(CUSTOMER).first()).toBeVisible();
  expect(await readRequest(house, request.id)).toMatchObject({ status: 'Accepted', partyOrgNo: '314400402' });
});

test('C14 no other site may read an answer', async ({ house }) => {
  for (const path of ['/', '/token', '/authentication/api/v1/systemregister', '/api/auth/session', '/requests']) {
    const read = await sendRaw(house.portal, path, { headers: { origin: EVIL } });
    expect(read.headers['access-control-allow-origin'], path).toBeUndefined();
    const preflight = await sendRaw(house.portal, path, {
      method: 'OPTIONS',
      headers: { origin: EVIL, 'access-control-request-method': 'POST' },
    });
    expect(preflight.headers['access-control-allow-origin'], path).toBeUndefined();
  }
});

test('what is missing or refused is drawn without script, under its own address', async ({ browser, house }) => {
  const context = await browser.newContext({ baseURL: house.portal, javaScriptEnabled: false });
  await signIn(context, house, 'jonas');
  const page = await context.newPage();
  for (const [path, status, heading] of [
    ['/vendor', 403, 'Dette kan du ikke åpne'],
    ['/errors/XX-1', 404, 'Vi finner ikke siden'],
    ['/no-such-page', 404, 'Vi finner ikke siden'],
    ['/r/cut-short', 404, 'Vi finner ikke siden'],
    ['/accessmanagement/ui/systemuser/no-such-kind', 404, 'Vi finner ikke siden'],
    ['/refused/403', 404, 'Vi finner ikke siden'],
    ['/requests/00000000-0000-4000-8000-000000000000', 404, 'Vi finner ikke forespørselen'],
    ['/requests/cut-short', 404, 'Vi finner ikke forespørselen'],
  ] as const) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(status);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    expect(new URL(page.url()).pathname).toBe(path);
    expect(answer?.headers()['cache-control'], path).toContain('no-store');
  }
  await page.goto('/vendor');
  await expect(page.getByRole('listitem').filter({ hasText: 'Pia Strøm' })).toBeVisible();
  await context.close();
});

test('a code of the APIs is explained, however it is typed, and leads to the endpoints that answer it', async ({
  page,
}) => {
  await page.goto('/errors/auth-00021');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Returadressen er ikke registrert på systemet');
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([
    'Vanlige årsaker',
    'Slik retter du det',
    'Endepunkter som svarer med koden',
  ]);
  await page
    .getByRole('link', { name: 'POST /authentication/api/v1/systemuser/changerequest/vendor', exact: true })
    .click();
  await expect(page).toHaveURL(/\/docs\/change-requests#post/);
  await page.getByRole('link', { name: 'AUTH-00061' }).first().click();
  await expect(page).toHaveURL('/errors/AUTH-00061');
});

test('C15 every kind of answer says how it may be used', async ({ house }) => {
  const { text: front } = await sendRaw(house.portal, '/');
  const [script = ''] = /\/_next\/static\/[^"]+\.js/.exec(front) ?? [];
  const files = [script, '/icon.svg', '/favicon.ico', '/logo.svg', '/robots.txt', '/_next/static/no-such-file.js'];
  for (const path of ['/', '/login', '/no-such-page', '/token', '/jwk', '/health/live', ...files]) {
    const { headers } = await sendRaw(house.portal, path);
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    expect(headers['x-powered-by'], path).toBeUndefined();
  }
  for (const [origin, path] of [
    [house.portal, '/'],
    [house.portal, '/login'],
    [house.portal, '/no-such-page'],
    [house.smartRegnskap, '/smartregnskap'],
  ] as const) {
    const { headers } = await sendRaw(origin, path);
    expect(headers, path).toMatchObject({
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['permissions-policy'], path).toContain('camera=()');
    const policy = String(headers['content-security-policy']);
    expect(policy, path).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'/);
    expect(policy, path).toContain("frame-ancestors 'none'");
    expect(policy, path).not.toContain('unsafe');
  }
});

test('an address of the site map whose page lives elsewhere leads there', async ({ house }) => {
  for (const [path, to] of [
    ['/demo', '/smartregnskap'],
    ['/platform/vendors', '/platform'],
  ] as const) {
    expect(await sendRaw(house.portal, path), path).toMatchObject({ status: 307, headers: { location: to } });
  }
});

test('C9 the longest name of a system does not push the page sideways', async ({ page, house }) => {
  const name = 'W'.repeat(255);
  const texts = { nb: name, nn: name, en: name };
  const token = await machine(house).token({ scope: 'altinn:authentication/systemregister.write' });
  const address = `${house.portal}/authentication/api/v1/systemregister/vendor`;
  const headers = { authorization: `Bearer ${token}` };
  const system = { id: '313300307_longest', vendor: { ID: '0192:313300307' }, name: texts, description: texts };
  const data = { ...system, rights: [], clientId: [], isVisible: true, allowedRedirectUrls: [] };
  expect((await page.request.post(address, { headers, data })).status()).toBe(200);
  await signInFor(page, house, 'pia', CUSTOMER);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/system-users/new');
  await expect(page.getByText(name).first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  expect((await page.request.delete(`${address}/${system.id}`, { headers })).status()).toBe(200);
});

test('C17 the file of what has happened names the system and reference of each event', async ({ page, house }) => {
  await signInFor(page, house, 'pia', CUSTOMER);
  const answer = await page.request.get(`${house.portal}/activity/csv`);
  expect(answer.headers()['content-disposition']).toContain('attachment');
  expect(await answer.text()).toContain('"SmartRegnskap";"elverum"');
});

test('C17 the files of an owner and of the operator hold what their filter lets through, and are theirs alone', async ({
  page,
  house,
}) => {
  const at = await platform(house);
  const token = await generated(at, 'Enterprise', { orgNo: ORG.skatteetaten, scopes: 'idporten:scopes.write' });
  const subscope = `fil${Date.now()}`;
  const scope = { prefix: 'skatteetaten', subscope, description: 'En fil' };
  expect((await caller(at, token)('POST', '/api/v1/scopes', scope)).status).toBe(200);
  const read = async (path: string) => {
    const answer = await page.request.get(`${house.portal}${path}`);
    return { status: answer.status(), text: await answer.text(), kept: answer.headers()['cache-control'] };
  };
  await signIn(page.context(), house, 'noyaktig');
  const own = await read(`/owner/activity/csv?kind=scopes&about=${subscope}`);
  expect(own).toMatchObject({ status: 200, kept: expect.stringContaining('no-store') });
  expect(own.text).toContain(`"skatteetaten:${subscope}"`);
  const nothing = [`kind=lists&about=${subscope}`, `to=2020-01-01&about=${subscope}`];
  for (const query of nothing) {
    expect((await read(`/owner/activity/csv?${query}`)).text.trim().split('\n'), query).toHaveLength(1);
  }
  expect((await read('/platform/audit/csv')).status).toBe(403);
  await signIn(page.context(), house, 'dina');
  expect((await read(`/platform/audit/csv?party=${ORG.skatteetaten}`)).text).toContain(`"skatteetaten:${subscope}"`);
  expect((await read('/owner/activity/csv')).text).not.toContain(subscope);
});

test('the operator becomes a test person from the list of them, and is the operator no more', async ({
  page,
  house,
}) => {
  await signIn(page.context(), house, 'dina');
  await page.goto(`${house.portal}/platform/people`);
  const { logIn, logInAs } = nb.platform.people;
  await page.getByRole('button', { name: `${logIn} ${logInAs.replace('{name}', 'Jonas Dal')}` }).click();
  await page.waitForURL(`${house.portal}/`);
  await expect(page.getByRole('banner')).toContainText('Jonas Dal');
  await page.goto(`${house.portal}/platform/people`);
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(nb.platform.people.title);
});

test('C17 the vendor’s files name each customer, and what has happened there', async ({ page, house }) => {
  await signIn(page.context(), house, 'kvikk');
  const customers = await page.request.get(`${house.portal}/vendor/system-users/csv?q=lillestrom`);
  expect(customers.headers()['content-disposition']).toContain('kunder-313300307.csv');
  const [, ...rows] = (await customers.text()).trim().split('\r\n');
  expect(rows).toHaveLength(1);
  expect(rows[0]).toContain('"Rør og Vann AS";"314400402";"SmartRegnskap";');
  const activity = await page.request.get(`${house.portal}/vendor/activity/csv?kind=request`);
  expect(await activity.text()).toContain('"SmartRegnskap";"elverum"');
  await signIn(page.context(), house, 'jonas');
  expect((await page.request.get(`${house.portal}/vendor/system-users/csv`)).status()).toBe(403);
});

test('C16 a language that does not exist is bokmål', async ({ house }) => {
  for (const [path, headers] of [
    ['/help?lang=../../x', {}],
    ['/help?lang=nb-NO%0d%0aSet-Cookie:x=y', {}],
    ['/help', { 'accept-language': `${'xx,'.repeat(3_000)}en` }],
    ['/help', { cookie: 'language=../../etc/passwd' }],
  ] as const) {
    const answer = await sendRaw(house.portal, path, { headers });
    expect(answer.status, path).toBe(200);
  }
  expect((await sendRaw(house.portal, '/help?lang=../../x')).text).toContain('<html lang="nb"');
});

test('B29 a foreign Host is not believed', async ({ house }) => {
  const page = await sendRaw(house.portal, '/requests', { headers: { host: 'evil.example' } });
  expect(String(page.headers.location ?? '')).not.toContain('evil.example');
  const metadata = await sendRaw(house.portal, '/.well-known/oauth-authorization-server', {
    headers: { host: 'evil.example' },
  });
  expect(metadata.text).not.toContain('evil.example');
});

test('D12 an odd path leads to a documented address or nowhere', async ({ house }) => {
  for (const path of [
    '//token',
    '/%74oken',
    '/authentication/..%2f..%2fetc/passwd',
    '/authentication/api/v1/../../../../etc/passwd',
    '/authentication/api/v1/systemregister/%00',
    '/%00',
    '/%ff%fe',
    '/requests/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
    '/requests/%E0%A4%A',
  ]) {
    const answer = await sendRaw(house.portal, path);
    expect([200, 307, 308, 400, 401, 404, 405], `${path}: ${answer.status}`).toContain(answer.status);
    expect(answer.text).not.toContain('root:');
  }
});

test('what no page or file can be asked is refused without one', async ({ house }) => {
  const asked: readonly (readonly [string, string, number, string | undefined])[] = [
    ['OPTIONS', '/openapi.json', 405, 'GET, HEAD'],
    ['POST', '/robots.txt', 405, 'GET, HEAD'],
    ['DELETE', '/_next/static/nothing.js', 405, 'GET, HEAD'],
    ['PUT', '/help', 405, 'GET, HEAD, POST'],
    ['GET', '/authentication/api/v1/nothing', 404, undefined],
    ['GET', '/resourceregistry/api/v1/resource/%00', 400, undefined],
    ['GET', '/requests?q=%00', 400, undefined],
    ['POST', '/accessmanagement/api/v9', 404, undefined],
  ];
  for (const [method, path, status, allow] of asked) {
    const answer = await sendRaw(house.portal, path, { method });
    expect([answer.status, answer.headers.allow, answer.text], `${method} ${path}`).toEqual([status, allow, '']);
  }
});

test('E3 neither keys nor files are served', async ({ house }) => {
  const { keys } = await (await fetch(`${house.portal}/jwk`)).json();
  for (const key of keys) {
    for (const member of ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k']) expect(key).not.toHaveProperty(member);
  }
  for (const path of [
    '/.env',
    '/.git/HEAD',
    '/data/secrets.json',
    '/data/portal.sqlite',
    '/package.json',
    '/server.ts',
    '/debug',
    '/metrics',
    '/_next/server/app/page.js',
  ]) {
    expect((await sendRaw(house.portal, path)).status, path).toBe(404);
  }
});

function valuesOf(inputs: readonly Element[]): readonly string[] {
  return inputs.map((input) => (input as HTMLInputElement).value);
}
