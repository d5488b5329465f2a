import { expect, type Locator, type Page } from '@playwright/test';
import type { Language } from '#lib/i18n/languages.ts';
import { translate } from '#lib/i18n/translate.ts';

/** A request as the person who is asked reads it, and its receipt. */
export function letter(page: Page, language: Language = 'nb') {
  const t = translate(language, 'requests');
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
  const fieldsBehind = (name: string): Promise<Readonly<Record<string, string>>> =>
    page
      .locator('form', { has: button(name) })
      .evaluate((form: HTMLFormElement) =>
        Object.fromEntries([...new FormData(form)].map(([key, value]) => [key, String(value)])),
      );
  const heading = (name: string): Locator => page.getByRole('heading', { level: 1, name });
  return {
    open: (id: string) => page.goto(`/requests/${id}`),
    question: (system: string, organisation: string): Locator => heading(t('questionNew', { system, organisation })),
    /** The heading once yes can no longer be the answer. */
    asked: (system: string, organisation: string): Locator => heading(t('askedNew', { system, organisation })),
    questionChange: (system: string): Locator => heading(t('questionChange', { system })),
    questionClients: (system: string): Locator => heading(t('questionClients', { system })),
    /** What a change gives more. */
    added: (): Locator => page.locator('section', { has: page.getByRole('heading', { name: t('added') }) }),
    approveButton: (): Locator => button(t('approve')),
    /** The buttons, when what is read before them has said until when. */
    answerAfterDeadline: (): Locator => page.locator('p:has(time) ~ div', { has: button(t('approve')) }),
    /** The end of what folds out about the sender. */
    senderAdvice: (): Locator => page.getByText(t('sender.advice')),
    /** What the browser sends when the button is pressed. */
    approveForm: () => fieldsBehind(t('approve')),
    rejectForm: () => fieldsBehind(t('rejectConfirm')),
    rejectLink: (): Locator => page.getByRole('link', { name: t('reject'), exact: true }),
    /** The question that asks once more; its name is what it asks. */
    rejectDialog: (vendor: string): Locator =>
      page.getByRole('dialog', { name: t('rejectTitle', { vendor }), exact: true }),
    reason: (): Locator => page.getByLabel(t('reason')),
    confirmReject: (): Locator => button(t('rejectConfirm')),
    forwardTo: (name: string): Locator => page.getByRole('button', { name: t('forward', { name }) }),
    /** No answer can be given: neither button stands on the page. */
    expectNoAnswer: async () => {
      await expect(button(t('approve'))).toHaveCount(0);
      await expect(page.getByRole('link', { name: t('reject'), exact: true })).toHaveCount(0);
    },
    cannotGive: (): Locator => page.getByText(t('cannotGive')),
    /** The line that says what became of it; the date is the house's own. */
    told: (state: 'expired' | 'approved' | 'rejected' | 'withdrawn'): Locator =>
      page.getByRole('main').getByText(new RegExp(`^${t(`states.${state}`, { date: '' })}\\d`)),
    ended: (): Locator => page.getByText(t('states.ended')),
    blockedBy: (obstacle: 'system-deleted' | 'system-suspended' | 'service-closed'): Locator =>
      page.getByText(t(`obstacles.${obstacle}`)),
    reasonGiven: (reason: string): Locator => page.getByText(t('states.reasonGiven', { reason })),
    stranger: (): Locator => heading(t('stranger.title')),
    offline: (): Locator => page.getByRole('alert').filter({ hasText: translate(language, 'common')('offline') }),
    unknown: (): Locator => heading(t('unknown.title')),
    receipt: {
      approved: (system: string): Locator => heading(t('receipt.approved', { system })),
      changed: (system: string): Locator => heading(t('receipt.changed', { system })),
      rejected: (): Locator => heading(t('receipt.rejected')),
      forwarded: (): Locator => heading(t('receipt.forwarded')),
      back: (host: string): Locator => page.getByRole('link', { name: t('receipt.back', { host }) }),
      block: (vendor: string): Locator => button(t('blocking.block', { vendor })),
      blocked: (): Locator => page.getByRole('status').filter({ hasText: t('blocking.doneBlocked') }),
      addClients: (): Locator => page.getByRole('link', { name: t('receipt.addClients') }),
      seeSystemUser: (): Locator => page.getByRole('link', { name: t('seeSystemUser') }),
    },
  };
}
