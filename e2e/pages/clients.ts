import type { Locator, Page } from '@playwright/test';
import type { Language } from '#lib/i18n/languages.ts';
import { translate } from '#lib/i18n/translate.ts';

/** The clients of a client system user, as their administrator sees them. */
export function clients(page: Page, language: Language = 'nb') {
  const t = translate(language, 'systemUsers');
  const region = (name: string): Locator => page.locator('section', { has: page.getByRole('heading', { name }) });
  return {
    open: (systemUserId: string) => page.goto(`/system-users/${systemUserId}?tab=clients`),
    connected: (): Locator => region(t('clients.connected')),
    eligible: (): Locator => region(t('clients.eligible')),
    /** The names of a list, in its order. */
    namesIn: (list: Locator): Promise<readonly string[]> =>
      list
        .getByRole('checkbox')
        .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).labels?.[0]?.textContent ?? '')),
    lacking: (): Locator => region(t('clients.lacking')),
    addAll: (count: number): Locator =>
      page.getByRole('button', { name: t('clients.addAll', { count: String(count) }) }),
    added: (count: number): Locator => page.getByRole('status').filter({ hasText: t('clients.job.added', { count }) }),
    remove: (): Locator => page.getByRole('button', { name: t('clients.removeChosen') }),
    removed: (count: number): Locator =>
      page.getByRole('status').filter({ hasText: t('clients.job.removed', { count }) }),
  };
}
