import { translate } from '#lib/i18n/translate.ts';
import { expect, test } from '../fixtures.ts';
import { askForSystemUser, machine } from '../vendor.ts';

const t = translate('nb', 'journal');

test('a vendor finds out why a call was refused, and what another one led to', async ({ house, page, axe }) => {
  const vendor = machine(house);
  await vendor.grant(await vendor.sign({ scope: 'no:such.scope' }));
  await askForSystemUser(house);

  await page.goto('/help');
  await page
    .getByRole('contentinfo')
    .getByRole('link', { name: t('title') })
    .click();
  await page.getByLabel(t('filter.client')).fill(vendor.clientId);
  await page.getByLabel(t('filter.outcome')).selectOption(t('outcomes.refused'));
  await page.getByRole('button', { name: t('filter.search') }).click();
  await expect(page.getByRole('row').filter({ hasText: t('outcomes.answered') })).toHaveCount(0);
  await axe();
  await page.getByRole('link', { name: 'POST /token' }).first().click();
  await expect(page.getByText(/invalid scopes for client/)).toBeVisible();
  await expect(page.getByRole('link', { name: t('detail.explained', { code: 'MP-200' }) })).toBeVisible();

  await page.getByRole('link', { name: t('toJournal') }).click();
  await page
    .getByRole('link', { name: /POST .*request\/vendor$/ })
    .first()
    .click();
  await expect(page.getByText('SmartCloud AS ber om fullmakt fra Rør og Vann AS')).toBeVisible();
  await axe('led to');

  await page.getByRole('link', { name: t('toJournal') }).click();
  await page.getByRole('link', { name: t('toScenarios') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('scenarios.title'));
  await axe('scenarios');
});
