import { problemText } from '#lib/i18n/problem-texts.ts';
import { translate } from '#lib/i18n/translate.ts';
import { expect, test } from '../fixtures.ts';
import { press, tabTo } from '../keyboard.ts';
import { letter } from '../pages/letter.ts';
import { newSystemUser } from '../pages/new-system-user.ts';
import { portal } from '../pages/portal.ts';
import { signIn, signInFor } from '../sign-in.ts';
import { askForSystemUser } from '../vendor.ts';

// The customer that the other tests expect to have given SmartRegnskap nothing.
test.use({ story: 'claims' });

for (const language of ['nb', 'en'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: language });

    test('K4 STILLFERDIG takes SmartRegnskap into use without being asked, by keyboard, and only once', async ({
      page,
      context,
      house,
    }) => {
      await signIn(context, house, 'stillferdig');
      const wizard = newSystemUser(page, language);
      await wizard.open();
      await tabTo(page, wizard.search());
      await page.keyboard.type('Regnskap');
      await page.keyboard.press('Enter');
      await press(page, wizard.pick('SmartRegnskap'));
      await expect(wizard.createButton()).toBeVisible();
      await expect(page).toHaveTitle(/SmartRegnskap/);
      await page.goBack();
      await expect(wizard.search()).toHaveValue('Regnskap');
      await press(page, wizard.pick('SmartRegnskap'));
      await press(page, wizard.createButton());
      await expect(wizard.created()).toBeVisible();
      const created = page.url();
      const request = page.getByRole('link', { name: translate(language, 'systemUsers')('detail.request') });
      await expect(request).toHaveCount(0);

      await wizard.open('313300307_smartregnskap');
      await expect(wizard.exists()).toBeVisible();
      await expect(wizard.createButton()).toHaveCount(0);

      await page.goto(created);
      await press(page, portal(page, language).withdrawButton());
      await press(page, portal(page, language).confirmWithdrawal('SmartRegnskap'));
      await expect(portal(page, language).withdrawn()).toBeVisible();
    });

    test('FLINK sees that he cannot create it, before he tries', async ({ page, house }) => {
      await signInFor(page, house, 'flink', 'Rør og Vann AS', language);
      const wizard = newSystemUser(page, language);
      await wizard.open('313300307_smartregnskap');
      await expect(wizard.cannot()).toBeVisible();
      await expect(wizard.createButton()).toHaveCount(0);
    });

    test('Pia asks for a change in her own words, once a day, and KVIKK reads them', async ({
      page,
      browser,
      house,
    }) => {
      const t = translate(language, 'systemUsers');
      const vendor = { vendor: 'SmartCloud AS' };
      const { id } = await askForSystemUser(house);
      await signInFor(page, house, 'pia', 'Rør og Vann AS', language);
      await letter(page, language).open(id);
      await letter(page, language).approveButton().press('Enter');
      await expect(letter(page, language).receipt.approved('SmartRegnskap')).toBeVisible();
      await page.goto(`/system-users/${id}`);
      await expect(page.getByRole('button', { name: t('detail.copySystemId') })).toBeVisible();
      await expect(page.getByRole('link', { name: t('detail.request') })).toHaveAttribute('href', `/requests/${id}`);
      for (const outcome of [t('detail.wishDone', vendor), problemText(language, 'REQ-00008') ?? '']) {
        await page.getByText(t('detail.wishTitle', vendor)).click();
        await page.getByLabel(t('detail.wishLabel')).fill('Vi vil levere mva-meldingen fra systemet.');
        await page.getByRole('button', { name: t('detail.wishSend', vendor) }).press('Enter');
        await expect(page.getByRole('main')).toContainText(outcome);
      }

      const his = await browser.newContext({ baseURL: house.portal, locale: language });
      await signIn(his, house, 'kvikk');
      const hisPage = await his.newPage();
      await hisPage.goto(`/vendor/system-users/${id}`);
      const wishes = translate(language, 'vendor')('customers.wishes', { name: 'Rør og Vann AS' });
      await expect(hisPage.getByRole('heading', { name: wishes })).toBeVisible();
      await expect(hisPage.getByText('Vi vil levere mva-meldingen')).toBeVisible();
      await his.close();
    });
  });
}
