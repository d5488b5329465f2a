import { expect, type Locator, type Page } from '@playwright/test';
import { LANGUAGE_NAMES, type Language } from '#lib/demo/smartregnskap/language.ts';
import { fill, MESSAGES } from '#lib/demo/smartregnskap/messages.ts';
import type { House } from '../house.ts';

/** SmartRegnskap as its user sees it; names come from its own dictionary. */
export function smartRegnskap(page: Page, house: House, language: Language = 'nb') {
  const texts = MESSAGES[language];
  const customer = (name: string): Locator => page.getByRole('link', { name, exact: true });
  return {
    open: () => page.goto(`${house.smartRegnskap}/smartregnskap`),
    openClaims: (orgNo: string) => page.goto(`${house.smartRegnskap}/smartregnskap/kunder/${orgNo}/krav`),
    expectNotFound: () => expect(page.getByRole('heading', { level: 1, name: texts.notFound })).toBeVisible(),
    chooseLanguage: () => page.getByRole('button', { name: LANGUAGE_NAMES[language] }).click(),
    openCustomer: async (name: string) => {
      await customer(name).click();
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    },
    /** Presses *Connect*; the browser ends at the portal's page for the answer. */
    connect: async () => {
      await page
        .getByRole('button', { name: texts.connect })
        .or(page.getByRole('button', { name: texts.sendRequest }))
        .click();
      await page.waitForURL((url) => url.origin === new URL(house.portal).origin);
    },
    expectConnected: (name: string) =>
      expect(page.getByRole('heading', { name: fill(texts.backTitles.connected, { name }) })).toBeVisible(),
    /** An event comes a moment later; the page shows it when it is opened again. */
    expectHeard: (name: string) =>
      expect(async () => {
        await page.goto(`${house.smartRegnskap}/smartregnskap`);
        await expect(page.getByRole('row', { name })).toContainText(texts.statuses.none, { timeout: 500 });
      }).toPass({ timeout: 15_000 }),
    expectRejected: () => expect(page.getByRole('heading', { name: texts.backTitles.rejected })).toBeVisible(),
    showClaims: () => page.getByRole('link', { name: texts.showClaims }).click(),
    expectTotal: (amount: string) => expect(page.getByRole('definition').first()).toHaveText(amount),
    expectNoSystemUser: (name: string) =>
      expect(page.getByRole('heading', { name: fill(texts.noSystemUserHeading, { name }) })).toBeVisible(),
    /** The customer's yes stands, but no token comes, and there is nothing to ask for. */
    expectOnHold: async (name: string, why: string) => {
      await expect(page.getByRole('heading', { name: fill(texts.onHoldHeading, { name }) })).toBeVisible();
      await expect(page.getByText(why)).toBeVisible();
      await expect(page.getByRole('button', { name: texts.sendRequest })).toHaveCount(0);
    },
    expectNoRight: (name: string) =>
      expect(page.getByRole('heading', { name: fill(texts.noRightHeading, { name }) })).toBeVisible(),
  };
}
