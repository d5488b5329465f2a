import { expect, type Page } from '@playwright/test';
import { translate } from '#lib/i18n/translate.ts';

/** What an organisation lets suppliers use, and what a supplier has got, as people see it. */
export function delegations(page: Page) {
  const t = translate('nb', 'delegations');
  const common = translate('nb', 'common');
  const build = translate('nb', 'vendor');
  const heading = (name: string) => page.getByRole('heading', { level: 1, name });
  return {
    /** From the list, as far as the question who shall use the API. */
    beginWith: async (api: string, organisation: string) => {
      await page.goto('/delegations');
      await page.getByRole('link', { name: t('create') }).click();
      await page.getByRole('link', { name: t('wizard.pick', { api }) }).click();
      await expect(heading(t('wizard.supplierTitle', { api, organisation }))).toBeVisible();
    },
    nameSupplier: async (orgNo: string) => {
      await page.getByLabel(t('wizard.supplier')).fill(orgNo);
      await page.getByRole('button', { name: common('actions.next'), exact: true }).click();
    },
    expectOwnRefused: () => expect(page.getByText(t('wizard.supplierOwn')).first()).toBeVisible(),
    expectMeaning: async (names: { supplier: string; api: string; organisation: string }, inWords: string) => {
      await expect(heading(t('wizard.confirmTitle', names))).toBeVisible();
      await expect(page.getByText(inWords)).toBeVisible();
    },
    confirm: async (supplier: string) => {
      await page.getByRole('button', { name: t('wizard.confirm', { supplier }), exact: true }).click();
      await expect(page.getByRole('status').filter({ hasText: t('detail.given', { supplier }) })).toBeVisible();
    },
    withdraw: async (supplier: string) => {
      await page.getByRole('link', { name: t('detail.withdraw'), exact: true }).click();
      await page.getByRole('button', { name: t('withdrawal.confirm', { supplier }), exact: true }).click();
      await expect(page.getByRole('status').filter({ hasText: t('withdrawn') })).toBeVisible();
    },
    openReceived: () => page.goto('/vendor/system-users/delegations'),
    /** Writes a program that asks for a token with what the customer has delegated. @returns its text */
    buildGrant: async (client: string, scope: string, customer: string) => {
      await page.goto('/vendor/token');
      await page.getByLabel(build('token.build.client')).selectOption({ label: client });
      await page.getByRole('button', { name: build('token.build.next'), exact: true }).click();
      await page.getByRole('checkbox', { name: scope, exact: true }).check();
      await page
        .getByLabel(build('token.build.customer'))
        .selectOption({ label: build('token.build.delegated', { customer }) });
      await page.getByRole('button', { name: build('token.build.build'), exact: true }).click();
      return page.getByRole('region', { name: build('token.build.program') }).innerText();
    },
    received: (customer: string) => page.getByRole('row').filter({ hasText: customer }),
  };
}
