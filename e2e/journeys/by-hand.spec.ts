import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { ORG } from '#db/seed/story.ts';
import { translate } from '#lib/i18n/translate.ts';
import { expect, test } from '../fixtures.ts';
import { letter } from '../pages/letter.ts';
import { workbench } from '../pages/workbench.ts';
import { signIn, signInFor } from '../sign-in.ts';
import { forCustomer } from '../vendor.ts';

// Everything here is made in the portal itself, by people: nothing of it is in the seed.
test.use({ story: 'by hand' });

const VENDOR = { orgNo: '317701004', name: 'MODIG STILLE GRAN' };
const SCOPE = 'skatteetaten:aarsregnskap.read';
const RESOURCE = 'ske-aarsregnskap';
const PACKAGE = { code: 'regnskapsforer-lonn', name: 'Regnskapsfører lønn' };
const ASK = 'altinn:authentication/systemuser.request.write';
const words = translate('nb', 'vendor');

test('a service, a vendor, a system and a system user are made by hand, from nothing to a token', async ({
  browser,
  house,
}) => {
  test.setTimeout(180_000);
  const open = async () => (await browser.newContext({ baseURL: house.portal })).newPage();
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'by-hand-1', use: 'sig', alg: 'RS256' };

  const owner = await open();
  await signIn(owner.context(), house, 'noyaktig');
  await test.step('the service owner makes a scope, grants it, and registers the resource with a rule', async () => {
    const desk = workbench(owner);
    await owner.goto('/owner/scopes/new');
    await desk.fill({ subscope: 'aarsregnskap.read', description: 'Lese årsregnskap' });
    await desk.createScope();
    await owner.waitForURL(/\/owner\/scopes\/skatteetaten/);
    await desk.fill({ numbers: VENDOR.orgNo });
    await desk.lookUpNumbers();
    await desk.giveAccess();
    await expect(
      owner
        .getByRole('button', { name: VENDOR.name })
        .or(owner.getByRole('link', { name: VENDOR.name }))
        .first(),
    ).toBeVisible();

    await owner.goto('/owner/resources/new');
    const texts = ['title', 'description', 'right'].flatMap((name) =>
      ['nb', 'nn', 'en'].map((language) => [`${name}-${language}`, 'Årsregnskap'] as const),
    );
    await desk.fill({ identifier: RESOURCE, ...Object.fromEntries(texts), [`scopes=${SCOPE}`]: true });
    await desk.createResource();
    await owner.waitForURL(/tab=rules/);
    await owner.goto(`/owner/resources/${RESOURCE}?tab=rules&edit=new`);
    await expect(owner.locator(`[name=packages][value=${PACKAGE.code}]`)).toBeHidden();
    await expect(await desk.searchPackages(PACKAGE.name)).toHaveText(/: 1$/);
    await desk.fill({ 'roles=DAGL': true, [`packages=${PACKAGE.code}`]: true, 'actions=read': true });
    await desk.saveRule();
    await owner.waitForURL((url) => !url.searchParams.has('edit'));
    await expect(owner.getByText(PACKAGE.name).first()).toBeVisible();
  });

  const vendor = await open();
  await signInFor(vendor, house, 'pia', VENDOR.name);
  const desk = workbench(vendor);
  await test.step('the vendor applies, and the operator opens the register', async () => {
    await vendor.goto('/vendor/agreement');
    await desk.fill({ contactName: 'Pia Strøm', contactEmail: 'pia@gran.example', purpose: 'Lese årsregnskap' });
    await desk.applyForTest();
    const operator = await open();
    await signIn(operator.context(), house, 'dina');
    await operator.goto(`/platform/vendors/${VENDOR.orgNo}`);
    await workbench(operator).letIntoTest();
    await operator.waitForURL(/done=/);
  });

  let clientId = '';
  await test.step('the vendor makes a client with a key, and registers the system', async () => {
    await vendor.goto('/vendor/clients/new');
    await desk.fill({ name: 'Granregnskap', [`scope=${SCOPE}`]: true, [`scope=${ASK}`]: true });
    await desk.createClient();
    await vendor.waitForURL(/\/vendor\/clients\/[0-9a-f-]{36}/);
    clientId = new URL(vendor.url()).pathname.split('/').at(-1) ?? '';
    // Its system gets the same name, and a page of its own.
    await expect(vendor).toHaveTitle('Granregnskap: Maskinporten-klient – Systembruker');
    await desk.makeKeyPair();
    await expect(desk.downloadKey()).toBeFocused();
    await desk.fill({ keyText: JSON.stringify({ ...jwk, kty: 'none' }) });
    await desk.addKey();
    await expect(vendor).toHaveTitle(/^Feil: /);
    expect(await desk.filled('keyText')).toContain('by-hand-1');
    await desk.fill({ keyText: JSON.stringify(jwk) });
    await desk.addKey();
    await expect(vendor.getByText('by-hand-1').first()).toBeVisible();

    await vendor.goto('/vendor/systems/new');
    const texts = ['nb', 'nn', 'en'].flatMap((language) => [
      [`name-${language}`, 'Granregnskap'] as const,
      [`description-${language}`, 'Leser årsregnskap.'] as const,
    ]);
    await vendor
      .getByRole('main')
      .locator('details')
      .evaluateAll((all) => {
        for (const each of all) each.setAttribute('open', '');
      });
    await desk.fill({
      suffix: 'granregnskap',
      ...Object.fromEntries(texts),
      [`right=${RESOURCE}`]: true,
      [`client=${clientId}`]: true,
    });
    await desk.registerSystem();
    await vendor.waitForURL(/\/vendor\/systems\/317701004_granregnskap/);
  });

  const id = await test.step('the vendor asks a customer, who says yes', async () => {
    await vendor.goto('/vendor/requests/new');
    await desk.fill({ orgNo: ORG.subtilApe });
    await desk.next();
    await desk.send();
    await vendor.waitForURL(/\/vendor\/requests\/[0-9a-f-]{36}/);
    const requestId = new URL(vendor.url()).pathname.split('/').at(-1) ?? '';
    const customer = await open();
    await signIn(customer.context(), house, 'stillferdig');
    const request = letter(customer);
    await request.open(requestId);
    await request.approveButton().press('Enter');
    await expect(request.receipt.approved('Granregnskap')).toBeVisible();
    return requestId;
  });

  const token = await test.step('the system fetches a token that names the system user', async () => {
    const now = Math.floor(Date.now() / 1000);
    const assertion = await new SignJWT({
      aud: `${house.portal}/`,
      iss: clientId,
      scope: SCOPE,
      iat: now,
      exp: now + 100,
      jti: randomUUID(),
      authorization_details: forCustomer(ORG.subtilApe),
    })
      .setProtectedHeader({ alg: 'RS256', kid: 'by-hand-1' })
      .sign(privateKey);
    const response = await fetch(`${house.portal}/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion }),
    });
    const { access_token } = await response.json();
    const claims = JSON.parse(Buffer.from(String(access_token).split('.')[1] ?? '', 'base64url').toString());
    expect(claims.authorization_details[0].systemuser_id).toEqual([id]);
    return String(access_token);
  });

  await test.step('the vendor has the token explained, and asks what the system user may do', async () => {
    await vendor.goto('/vendor/token');
    await desk.fill({ jwt: token });
    await desk.explainToken();
    await expect(vendor.getByText(words('token.resultToken.passed'))).toBeVisible();
    await desk.askAsService();
    await expect(vendor.getByRole('heading', { name: words('token.trial.permit', { action: 'read' }) })).toBeVisible();
    await desk.fill({ action: 'write' });
    await desk.askAsService();
    await expect(vendor.getByText(words('token.trial.refused', { action: 'write' }))).toBeVisible();
  });
});
