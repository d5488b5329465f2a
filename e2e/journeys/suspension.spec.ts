import type { Page } from '@playwright/test';
import { ORG } from '#db/seed/story.ts';
import type { Language } from '#lib/i18n/languages.ts';
import { translate } from '#lib/i18n/translate.ts';
import { expect, test } from '../fixtures.ts';
import type { House } from '../house.ts';
import { press } from '../keyboard.ts';
import { letter } from '../pages/letter.ts';
import { portal } from '../pages/portal.ts';
import { smartRegnskap } from '../pages/smart-regnskap.ts';
import { signIn, signInFor } from '../sign-in.ts';
import { askForAgent, askForChange, askForSystemUser, forCustomer, machine } from '../vendor.ts';

const SCOPE = 'skatteetaten:kravogbetalinger';
const CUSTOMER = 'Rør og Vann AS';
const WHY = 'The organisation has suspended the system user.';

// The customer that other tests expect to have given SmartRegnskap nothing.
test.use({ story: 'suspension' });

/** What a machine gets for the customer's system user: the status, and the words of a refusal. */
async function askForToken(house: House, externalRef: string) {
  const vendor = machine(house);
  const claims = { scope: SCOPE, authorization_details: forCustomer(ORG.rorOgVann, externalRef) };
  const answer = await vendor.grant(await vendor.sign(claims));
  const { access_token: token, error_description: why, error_uri: uri } = await answer.json();
  return { status: answer.status, token, why, code: uri?.split('/').at(-1) };
}

async function claimsStatus(house: House, token: string): Promise<number> {
  const path = `/kravogbetalinger/v1/regnskapssystem/${ORG.rorOgVann}/aapnekrav`;
  return (await fetch(`${house.krav}${path}`, { headers: { authorization: `Bearer ${token}` } })).status;
}

async function approve(page: Page, language: Language, id: string, system: string): Promise<void> {
  const asked = letter(page, language);
  await asked.open(id);
  await asked.approveButton().press('Enter');
  await expect(asked.receipt.approved(system)).toBeVisible();
}

for (const [language, locale] of [
  ['nb', 'nb-NO'],
  ['nn', 'nn-NO'],
  ['en', 'en-GB'],
] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ locale });

    test('Pia pauses a system user and takes it into use again, by keyboard; what its machine gets follows at once', async ({
      page,
      browser,
      house,
      axe,
    }) => {
      test.slow();
      const pages = portal(page, language);
      const { id, externalRef } = await askForSystemUser(house);
      await signInFor(page, house, 'pia', CUSTOMER, language);
      await approve(page, language, id, 'SmartRegnskap');
      const old = await askForToken(house, externalRef);
      expect([old.status, await claimsStatus(house, old.token)]).toEqual([200, 200]);

      await test.step('the question says what stops and what stays', async () => {
        await page.goto(`/system-users/${id}`);
        await press(page, pages.suspendLink());
        await expect(pages.suspendDialog('SmartRegnskap')).toBeFocused();
        await axe('question');
        await press(page, pages.confirmSuspension('SmartRegnskap'));
        await expect(pages.suspended()).toBeVisible();
        await expect(pages.heading('SmartRegnskap')).toBeFocused();
        await expect(pages.suspendLink()).toHaveCount(0);
        await axe('suspended');
      });

      await test.step('no token comes, and the one from before is worth nothing', async () => {
        expect(await askForToken(house, externalRef)).toMatchObject({
          status: 400,
          code: 'MP-303',
          why: expect.stringContaining(WHY),
        });
        expect(await claimsStatus(house, old.token)).toBe(403);
      });

      await test.step('the list, the vendor and a change that waits say so', async () => {
        await pages.openSystemUsers();
        const tag = translate(language, 'systemUsers')('isSuspended');
        await expect(pages.systemUserRow(externalRef)).toContainText(tag);
        await axe('list');
        const change = await askForChange(house, id, 'urn:altinn:accesspackage:skatt-naering');
        await letter(page, language).open(change.id);
        await expect(page.getByText(translate(language, 'requests')('states.systemUserPaused'))).toBeVisible();
        await axe('change');

        const his = await browser.newContext({ baseURL: house.portal, locale });
        await signIn(his, house, 'kvikk');
        const hisPage = await his.newPage();
        await hisPage.goto(`/vendor/system-users/${id}`);
        const said = translate(language, 'vendor')('customers.suspended', { date: '|' }).split('|');
        for (const part of said) await expect(hisPage.getByRole('main')).toContainText(part.trim());
        await expect(hisPage.getByRole('main')).not.toContainText('Pia Strøm');
        await his.close();
      });

      await test.step('she takes it into use again: both tokens are good', async () => {
        await page.goto(`/system-users/${id}`);
        await press(page, pages.resumeButton());
        await expect(pages.resumed()).toBeVisible();
        await expect(pages.suspendLink()).toBeVisible();
        const { status, token } = await askForToken(house, externalRef);
        expect([status, await claimsStatus(house, token), await claimsStatus(house, old.token)]).toEqual([
          200, 200, 200,
        ]);
        await page.goto(`/system-users/${id}?tab=history`);
        for (const action of ['systemuser_suspended', 'systemuser_resumed'] as const) {
          const words = translate(language, 'activity')(`actions.${action}`, { actor: 'Pia Strøm' });
          await expect(page.getByRole('main')).toContainText(words);
        }
        await axe('history');
      });
    });

    test('VARSOM pauses an agent on a narrow page in the dark, and may still withdraw it', async ({
      page,
      context,
      house,
      axe,
    }) => {
      const pages = portal(page, language);
      const { id } = await askForAgent(house);
      await signIn(context, house, 'varsom');
      await page.setViewportSize({ width: 320, height: 900 });
      await page.emulateMedia({ colorScheme: 'dark' });
      await approve(page, language, id, 'SmartCloud');
      await page.goto(`/system-users/${id}/suspend`);
      await axe('question on its own page');
      await pages.confirmSuspension('SmartCloud').press('Enter');
      await expect(pages.suspended()).toBeVisible();
      await axe('suspended');
      await page.goto(`/system-users/${id}?tab=clients`);
      await expect(pages.resumeButton()).toBeVisible();
      await axe('clients of a suspended agent');
      await page.goto(`/system-users/${id}/suspend`);
      await page.waitForURL(`**/system-users/${id}`);
      await pages.withdrawButton().click();
      await pages.confirmWithdrawal('SmartCloud').press('Enter');
      await expect(pages.withdrawn()).toBeVisible();
    });
  });
}

test('SmartRegnskap explains the pause, and has nothing to ask for', async ({ page, house, axe }) => {
  const app = smartRegnskap(page, house);
  const pages = portal(page);
  await app.open();
  await app.openCustomer(CUSTOMER);
  await app.connect();
  const [id = ''] = /[0-9a-f-]{36}/.exec(decodeURIComponent(page.url())) ?? [];
  await signIn(page.context(), house, 'pia');
  await approve(page, 'nb', id, 'SmartRegnskap');
  await page.goto(`/system-users/${id}/suspend`);
  await pages.confirmSuspension('SmartRegnskap').press('Enter');
  await expect(pages.suspended()).toBeVisible();
  await app.openClaims(ORG.rorOgVann);
  await app.expectOnHold(CUSTOMER, WHY);
  await axe('on hold');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('both tabs that pause, and both that resume, end where the first one did', async ({ page, context, house }) => {
    const { id } = await askForSystemUser(house);
    await signInFor(page, house, 'pia', CUSTOMER);
    await approve(page, 'nb', id, 'SmartRegnskap');
    const other = await context.newPage();
    const tabs = [portal(page), portal(other)];
    for (const tab of [page, other]) await tab.goto(`/system-users/${id}/suspend`);
    for (const tab of tabs) {
      await tab.confirmSuspension('SmartRegnskap').click();
      await expect(tab.suspended()).toBeVisible();
    }
    for (const tab of tabs) {
      await tab.resumeButton().click();
      await expect(tab.resumed()).toBeVisible();
    }
  });
});
