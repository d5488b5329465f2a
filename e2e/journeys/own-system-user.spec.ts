import { translate } from '#lib/i18n/translate.ts';
import { expect, test } from '../fixtures.ts';
import { press, tabTo } from '../keyboard.ts';
import { newSystemUser } from '../pages/new-system-user.ts';
import { signIn, signInFor } from '../sign-in.ts';

// The customer that the other tests expect to have given SmartRegnskap nothing.
test.use({ story: 'claims' });

test('K4 STILLFERDIG takes SmartRegnskap into use without being asked, by keyboard, and only once', async ({
  page,
  context,
  house,
}) => {
  await signIn(context, house, 'stillferdig');
  const wizard = newSystemUser(page);
  await wizard.open();
  await tabTo(page, wizard.search());
  await page.keyboard.type('Regnskap');
  await page.keyboard.press('Enter');
  await press(page, wizard.pick('SmartRegnskap'));
  await expect(wizard.createButton()).toBeVisible();
  await page.goBack();
  await expect(wizard.search()).toHaveValue('Regnskap');
  await press(page, wizard.pick('SmartRegnskap'));
  await press(page, wizard.createButton());
  await expect(wizard.created()).toBeVisible();

  await wizard.open('313300307_smartregnskap');
  await expect(wizard.exists()).toBeVisible();
  await expect(wizard.createButton()).toHaveCount(0);
});

test('FLINK sees that he cannot create it, before he tries', async ({ page, house }) => {
  await signInFor(page, house, 'flink', 'Rør og Vann AS');
  const wizard = newSystemUser(page);
  await wizard.open('313300307_smartregnskap');
  await expect(wizard.cannot()).toBeVisible();
  await expect(wizard.createButton()).toHaveCount(0);
});

test('Pia asks for a change in her own words, once a day, and KVIKK reads them', async ({ page, browser, house }) => {
  const t = translate('nb', 'systemUsers');
  const vendor = { vendor: 'SmartCloud AS' };
  await signInFor(page, house, 'pia', 'Rør og Vann AS');
  await page.goto('/system-users');
  await page.getByRole('main').getByRole('link', { name: 'SmartRegnskap' }).last().click();
  await page.waitForURL(/\/system-users\/[0-9a-f-]{36}/);
  const id = new URL(page.url()).pathname.split('/').at(-1);
  for (const outcome of [t('detail.wishDone', vendor), 'bedt om en endring allerede']) {
    await page.getByText(t('detail.wishTitle', vendor)).click();
    await page.getByLabel(t('detail.wishLabel')).fill('Vi vil levere mva-meldingen fra systemet.');
    await page.getByRole('button', { name: t('detail.wishSend', vendor) }).click();
    await expect(page.getByRole('main')).toContainText(outcome);
  }

  const his = await browser.newContext({ baseURL: house.portal, locale: 'nb-NO' });
  await signIn(his, house, 'kvikk');
  const hisPage = await his.newPage();
  await hisPage.goto(`/vendor/system-users/${id}`);
  const wishes = translate('nb', 'vendor')('customers.wishes', { name: 'Rør og Vann AS' });
  await expect(hisPage.getByRole('heading', { name: wishes })).toBeVisible();
  await expect(hisPage.getByText('Vi vil levere mva-meldingen')).toBeVisible();
  await his.close();
});
