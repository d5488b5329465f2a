import type { Locator, Page } from '@playwright/test';
import type { Language } from '#lib/i18n/languages.ts';
import { translate } from '#lib/i18n/translate.ts';

/** The pages where an organisation takes a system into use by itself. */
export function newSystemUser(page: Page, language: Language = 'nb') {
  const t = translate(language, 'systemUsers');
  return {
    open: (systemId?: string) =>
      page.goto(systemId === undefined ? '/system-users/new' : `/system-users/new?system=${systemId}`),
    search: (): Locator => page.getByRole('searchbox', { name: t('wizard.search') }),
    pick: (system: string): Locator => page.getByRole('link', { name: t('wizard.pick', { system }), exact: true }),
    createButton: (): Locator => page.getByRole('button', { name: t('wizard.create'), exact: true }),
    created: (): Locator => page.getByRole('status').filter({ hasText: t('created') }),
    exists: (): Locator => page.getByText(t('wizard.exists')),
    cannot: (): Locator => page.getByText(t('wizard.cannot')),
  };
}
