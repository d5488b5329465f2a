import { ORG } from '#db/seed/story.ts';
import { TAX_PACKAGE } from '#db/seed/systems.ts';
import { translate } from '#lib/i18n/translate.ts';
import { expect, test } from '../fixtures.ts';
import { press } from '../keyboard.ts';
import { letter } from '../pages/letter.ts';
import { portal } from '../pages/portal.ts';
import { signIn, signInFor } from '../sign-in.ts';
import { askForChange, askForSystemUser, forCustomer, machine, readRequest } from '../vendor.ts';

const CUSTOMER = 'Rør og Vann AS';
const TAX_PACKAGE_NAME = { nb: 'Skatt næring', en: 'Business tax' };
const REASON = 'Vi har byttet regnskapssystem.';

for (const language of ['nb', 'en'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: language });

    test('K3 Pia rejects with a reason, by keyboard, and the vendor reads it', async ({
      page,
      context,
      house,
      axe,
    }) => {
      const request = await askForSystemUser(house);
      await signIn(context, house, 'pia');
      const asked = letter(page, language);
      await asked.open(request.id);

      await press(page, asked.rejectLink());
      await expect(asked.rejectDialog('SmartCloud AS')).toBeFocused();
      await axe('dialog');
      for (let stop = 0; stop < 5; stop += 1) {
        await page.keyboard.press('Tab');
        // Between the last control and the first the browser has the focus itself.
        expect(await page.evaluate(() => document.activeElement?.matches('dialog[open] *, dialog[open], body'))).toBe(
          true,
        );
      }
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
      await expect(asked.rejectLink()).toBeFocused();

      await page.keyboard.press('Enter');
      await asked.reason().fill(REASON);
      await press(page, asked.confirmReject());
      await expect(asked.receipt.rejected()).toBeFocused();
      await expect(page.getByText(REASON)).toBeVisible();
      await axe('receipt of a no');
      expect(await readRequest(house, request.id)).toMatchObject({ status: 'Rejected' });
    });

    test('Jonas cannot approve; he sends the request to Pia, who does', async ({
      page,
      context,
      browser,
      house,
      axe,
    }) => {
      const request = await askForSystemUser(house);
      await signIn(context, house, 'jonas');
      await letter(page, language).open(request.id);
      await letter(page, language).expectNoAnswer();
      await letter(page, language).forwardTo('Pia Strøm').click();
      await expect(letter(page, language).receipt.forwarded()).toBeFocused();
      await axe('receipt of a request sent on');

      const hers = await browser.newContext({ baseURL: house.portal, locale: language });
      const herPage = await hers.newPage();
      await signInFor(herPage, house, 'pia', CUSTOMER, language);
      await portal(herPage, language).openRequests();
      const row = portal(herPage, language).requestRow(request.externalRef);
      await expect(row).toContainText('Jonas Dal');
      await row.getByRole('link').click();
      await letter(herPage, language).approveButton().press('Enter');
      await expect(letter(herPage, language).receipt.approved('SmartRegnskap')).toBeVisible();
      await hers.close();
    });

    test('FLINK is told before he answers which line he cannot give, and who can', async ({ page, context, house }) => {
      const request = await askForSystemUser(house);
      await signIn(context, house, 'flink');
      const asked = letter(page, language);
      await asked.open(request.id);
      await expect(asked.cannotGive()).toBeVisible();
      await expect(asked.approveButton()).toHaveCount(0);
      await expect(asked.rejectLink()).toBeVisible();
      await asked.forwardTo('Pia Strøm').click();
      await expect(asked.receipt.forwarded()).toBeVisible();
    });

    test('C10 a stranger learns that the request is not for him, and no more', async ({
      page,
      context,
      house,
      axe,
    }) => {
      const { id, externalRef } = await askForSystemUser(house, { integrationTitle: 'Hemmelig merkelapp' });
      await signIn(context, house, 'stillferdig');
      await letter(page, language).open(id);
      await expect(letter(page, language).stranger()).toBeVisible();
      await axe('sealed');
      await letter(page, language).expectNoAnswer();
      const text = await page.content();
      for (const secret of ['Krav og betalinger', 'Pia Strøm', 'Hemmelig merkelapp', externalRef]) {
        expect(text).not.toContain(secret);
      }
    });

    test('N8 two tabs: the second answer shows what the first one decided', async ({ page, context, house }) => {
      const request = await askForSystemUser(house);
      await signIn(context, house, 'pia');
      const second = await context.newPage();
      await letter(page, language).open(request.id);
      await letter(second, language).open(request.id);
      await letter(page, language).approveButton().press('Enter');
      await expect(letter(page, language).receipt.approved('SmartRegnskap')).toBeVisible();
      await letter(second, language).rejectLink().click();
      await letter(second, language).confirmReject().click();
      await expect(letter(second, language).told('approved')).toBeVisible();
      await letter(second, language).expectNoAnswer();
    });

    test('a double press approves once, and Back shows the outcome', async ({ page, context, house }) => {
      const request = await askForSystemUser(house);
      await signIn(context, house, 'pia');
      const asked = letter(page, language);
      await asked.open(request.id);
      // By key: a pointer counts only half a second after the page got focus (C4), which may be right now.
      await asked.approveButton().focus();
      await Promise.all([page.keyboard.press('Enter'), page.keyboard.press('Enter')]);
      await expect(asked.receipt.approved('SmartRegnskap')).toBeVisible();
      await page.goBack();
      await page.reload();
      await expect(asked.told('approved')).toBeVisible();
      const claims = { scope: 'skatteetaten:kravogbetalinger' };
      const details = forCustomer('314400402', request.externalRef);
      expect(await machine(house).token({ ...claims, authorization_details: details })).toBeTruthy();
    });

    test('F28 offline nothing is sent, and a line says so; online again the same press counts', async ({
      page,
      context,
      house,
    }) => {
      const request = await askForSystemUser(house);
      await signIn(context, house, 'pia');
      const asked = letter(page, language);
      await asked.open(request.id);
      await context.setOffline(true);
      await asked.approveButton().press('Enter');
      await expect(asked.offline()).toBeVisible();
      await asked.rejectLink().click();
      await asked.reason().fill(REASON);
      await asked.confirmReject().click();
      await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
      await expect(asked.reason()).toHaveValue(REASON);
      expect(await readRequest(house, request.id)).toMatchObject({ status: 'New' });

      await context.setOffline(false);
      await expect(asked.offline()).toHaveCount(0);
      await asked.confirmReject().click();
      await expect(asked.receipt.rejected()).toBeVisible();
      expect(await readRequest(house, request.id)).toMatchObject({ status: 'Rejected' });
    });

    test('Pia reads what comes in addition and approves; the system user has it', async ({
      page,
      context,
      house,
      axe,
    }) => {
      const { id } = await askForSystemUser(house);
      await signIn(context, house, 'pia');
      const asked = letter(page, language);
      await asked.open(id);
      await asked.approveButton().press('Enter');
      await expect(asked.receipt.approved('SmartRegnskap')).toBeVisible();

      const change = await askForChange(house, id, TAX_PACKAGE);
      await asked.open(change.id);
      await expect(asked.questionChange('SmartRegnskap')).toBeVisible();
      await expect(asked.added()).toContainText(TAX_PACKAGE_NAME[language]);
      await expect(asked.senderAdvice()).toBeHidden();
      await page.emulateMedia({ media: 'print' });
      await expect(asked.senderAdvice()).toBeVisible();
      await page.emulateMedia({ media: null });
      await page.goto(`/system-users/${id}`);
      await page.getByRole('link', { name: translate(language, 'systemUsers')('detail.seeChange') }).click();
      await asked.approveButton().press('Enter');
      await expect(asked.receipt.changed('SmartRegnskap')).toBeVisible();
      await axe('receipt of a yes');
      const print = page.getByRole('button', { name: translate(language, 'common')('actions.print') });
      await expect(print).toBeVisible();
      await page.emulateMedia({ media: 'print' });
      await expect(print).toBeHidden();
      await page.emulateMedia({ media: null });
      await page.goto(`/system-users/${id}`);
      await expect(page.getByRole('main')).toContainText(TAX_PACKAGE_NAME[language]);
    });

    test('C18 STILLFERDIG rejects and blocks the vendor, which cannot ask again until that is lifted', async ({
      page,
      context,
      house,
    }) => {
      const request = await askForSystemUser(house, { partyOrgNo: ORG.subtilApe });
      await signIn(context, house, 'stillferdig');
      const asked = letter(page, language);
      await asked.open(request.id);
      await asked.rejectLink().click();
      await asked.confirmReject().click();
      await asked.receipt.block('SmartCloud AS').click();
      await expect(asked.receipt.blocked()).toBeVisible();
      await expect(askForSystemUser(house, { partyOrgNo: ORG.subtilApe })).rejects.toThrow('REQ-00007');

      await portal(page, language).openRequests();
      await portal(page, language).unblock('SmartCloud AS').click();
      await expect(portal(page, language).unblocked()).toBeVisible();
      await askForSystemUser(house, { partyOrgNo: ORG.subtilApe });
    });

    test.describe('without JavaScript', () => {
      test.use({ javaScriptEnabled: false });

      test('F7 an approval and a rejection, each sent twice from one page, succeed twice', async ({
        page,
        context,
        house,
      }) => {
        const [one, other] = [await askForSystemUser(house), await askForSystemUser(house)];
        await signIn(context, house, 'pia');
        const asked = letter(page, language);
        await asked.open(one.id);
        const approval = await asked.approveForm();
        await asked.open(other.id);
        await asked.rejectLink().click();
        const rejection = await asked.rejectForm();
        const headers = { origin: house.portal };
        for (const { id, multipart } of [
          { ...one, multipart: approval },
          { ...other, multipart: rejection },
        ]) {
          const send = () => page.request.post(`/requests/${id}`, { multipart, headers });
          for (const answer of await Promise.all([send(), send()])) {
            expect(answer.url()).toBe(`${house.portal}/requests/${id}/receipt`);
          }
        }
      });

      test('a request is approved, another rejected with a reason, and a third sent on', async ({
        page,
        context,
        house,
      }) => {
        const [one, other] = [await askForSystemUser(house), await askForSystemUser(house)];
        const third = await askForSystemUser(house);
        await signIn(context, house, 'pia');
        const asked = letter(page, language);
        await asked.open(one.id);
        await asked.approveButton().press('Enter');
        await expect(asked.receipt.approved('SmartRegnskap')).toBeVisible();
        await asked.open(other.id);
        await asked.rejectLink().click();
        await asked.reason().fill(REASON);
        await asked.confirmReject().click();
        await expect(asked.receipt.rejected()).toBeVisible();
        await signIn(context, house, 'jonas');
        await asked.open(third.id);
        await asked.forwardTo('Pia Strøm').click();
        await expect(asked.receipt.forwarded()).toBeVisible();
      });
    });

    test.describe('what has happened already', () => {
      test('the seed holds every state, and none of them can be answered', async ({ page, house }) => {
        await signInFor(page, house, 'pia', CUSTOMER, language);
        const asked = letter(page, language);
        for (const [reference, told] of [
          ['utlopt', asked.told('expired')],
          ['moss', asked.told('rejected')],
          ['hamar', asked.told('withdrawn')],
          ['drammen', asked.ended()],
          ['lillestrom', asked.told('approved')],
        ] as const) {
          await portal(page, language).openRequests('handled');
          await portal(page, language).requestRow(reference).getByRole('link').click();
          await expect(told).toBeVisible();
          await expect(asked.asked('SmartRegnskap', CUSTOMER)).toBeVisible();
          await asked.expectNoAnswer();
        }
      });

      test('a request whose system, vendor or service is gone can only be rejected', async ({ page, house }) => {
        await signInFor(page, house, 'pia', CUSTOMER, language);
        const asked = letter(page, language);
        for (const [system, obstacle] of [
          ['SmartLager', 'system-deleted'],
          ['Kalkyle', 'system-suspended'],
          ['SmartBil', 'service-closed'],
        ] as const) {
          await portal(page, language).openRequests();
          await page.getByRole('link', { name: system }).click();
          await expect(asked.blockedBy(obstacle)).toBeVisible();
          await expect(asked.approveButton()).toHaveCount(0);
          await expect(asked.rejectLink()).toBeVisible();
        }
      });

      test('an address that leads nowhere says so', async ({ page, context, house }) => {
        await signIn(context, house, 'pia');
        for (const id of ['00000000-0000-4000-8000-000000000000', 'feil']) {
          await letter(page, language).open(id);
          await expect(letter(page, language).unknown()).toBeVisible();
        }
      });
    });
  });
}
