import { expect, type Locator, type Page } from '@playwright/test';
import type { Language } from '#lib/i18n/languages.ts';
import { translate } from '#lib/i18n/translate.ts';

/** The portal's frame, log-in and lists, as a person sees them; names come from its own dictionary. */
export function portal(page: Page, language: Language = 'nb') {
  const login = translate(language, 'login');
  const common = translate(language, 'common');
  const requests = translate(language, 'requests');
  const users = translate(language, 'systemUsers');
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
  return {
    heading: (name: string): Locator => page.getByRole('heading', { level: 1, name }),
    personNo: (): Locator => page.getByLabel(login('number')),
    continueButton: (): Locator => button(login('continue')),
    /** What a link says before log-in: who asks and for whom. */
    expectAsked: (vendor: string, organisation: string) =>
      expect(page.getByText(login('asked.heading', { vendor, organisation }))).toBeVisible(),
    choose: (organisation: string) =>
      page.getByRole('button', { name: login('switch.choose', { organisation }) }).click(),
    logOut: async () => {
      await page.getByRole('banner').locator('summary').click();
      await button(common('account.logOut')).click();
      await expect(page.getByRole('banner').getByRole('link', { name: common('account.logIn') })).toBeVisible();
    },
    openRequests: (tab: 'waiting' | 'handled' = 'waiting') =>
      page.goto(tab === 'handled' ? '/requests?tab=handled' : '/requests'),
    /** The row of a request by the vendor's reference. */
    requestRow: (reference: string): Locator =>
      page.getByRole('row').filter({ hasText: requests('list.reference', { reference }) }),
    unblock: (vendor: string): Locator => button(requests('blocking.unblock', { vendor })),
    unblocked: (): Locator => page.getByRole('status').filter({ hasText: requests('blocking.doneUnblocked') }),
    openSystemUsers: () => page.goto('/system-users'),
    suspendLink: (): Locator => page.getByRole('link', { name: users('suspend'), exact: true }),
    suspendDialog: (system: string): Locator =>
      page.getByRole('dialog', { name: users('suspension.title', { system }), exact: true }),
    confirmSuspension: (system: string): Locator => button(users('suspension.confirm', { system })),
    suspended: (): Locator => page.getByRole('status').filter({ hasText: users('suspended') }),
    resumeButton: (): Locator => button(users('resume')),
    resumed: (): Locator => page.getByRole('status').filter({ hasText: users('resumed') }),
    /** The row of a system user in the list, by the vendor's reference. */
    systemUserRow: (reference: string): Locator =>
      page.getByRole('row').filter({ hasText: users('which', { reference }) }),
    withdrawButton: (): Locator => page.getByRole('link', { name: users('withdraw'), exact: true }),
    confirmWithdrawal: (system: string): Locator => button(users('withdrawal.confirm', { system })),
    withdrawDialog: (system: string): Locator =>
      page.getByRole('dialog', { name: users('withdrawal.title', { system }), exact: true }),
    withdrawn: (): Locator => page.getByRole('status').filter({ hasText: users('withdrawn') }),
  };
}
