import { PERSON } from '#db/seed/story.ts';
import { formatKroner } from '#lib/demo/smartregnskap/format.ts';
import { translate } from '#lib/i18n/translate.ts';
import { expect, test } from '../fixtures.ts';
import { press, tabTo } from '../keyboard.ts';
import { letter } from '../pages/letter.ts';
import { portal } from '../pages/portal.ts';
import { smartRegnskap } from '../pages/smart-regnskap.ts';

const CUSTOMER = 'Rør og Vann AS';
const CUSTOMER_ORG_NO = '314400402';
const OUTSTANDING = 28_912.5;

test.use({ story: 'claims' });
// The second telling begins where the first one ended: with a system user that was withdrawn.
test.describe.configure({ mode: 'serial' });

for (const [language, locale] of [
  ['nb', 'nb-NO'],
  ['en', 'en-GB'],
] as const) {
  test.describe(`the whole story in ${language}`, () => {
    test.use({ locale });

    test('K2 K5 Pia connects SmartRegnskap and withdraws it again, by keyboard', async ({ page, house }) => {
      test.slow();
      const app = smartRegnskap(page, house, language);
      const pages = portal(page, language);
      const asked = letter(page, language);

      await test.step('SmartRegnskap asks, and sends her to where it is answered', async () => {
        await app.open();
        await app.openCustomer(CUSTOMER);
        await app.connect();
        await pages.expectAsked('SmartCloud AS', CUSTOMER);
      });

      await test.step('she signs in and comes to the letter', async () => {
        await tabTo(page, pages.personNo());
        await page.keyboard.type(PERSON.pia);
        await page.keyboard.press('Enter');
        await expect(asked.question('SmartRegnskap', CUSTOMER)).toBeVisible();
        await expect(asked.answerAfterDeadline()).toBeVisible();
      });
      const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';

      await test.step('she approves; the receipt has focus', async () => {
        await press(page, asked.approveButton());
        await expect(asked.receipt.approved('SmartRegnskap')).toBeFocused();
        await expect(page).toHaveTitle(/SmartRegnskap/);
      });

      await test.step('back in SmartRegnskap she sees what the company owes', async () => {
        await press(page, asked.receipt.back(new URL(house.smartRegnskap).host));
        await app.expectConnected(CUSTOMER);
        await app.showClaims();
        await app.expectTotal(formatKroner(OUTSTANDING, language));
      });

      await test.step('she withdraws; the question is asked once', async () => {
        await page.goto(`/system-users/${id}`);
        await press(page, pages.withdrawButton());
        await expect(pages.withdrawDialog('SmartRegnskap')).toBeFocused();
        await press(page, pages.confirmWithdrawal('SmartRegnskap'));
        await expect(pages.withdrawn()).toBeVisible();
        await expect(page.getByText(translate(language, 'systemUsers')('withdrawn'))).toHaveCount(1);
        await expect(pages.heading('SmartRegnskap')).toBeFocused();
      });

      await test.step('SmartRegnskap hears of it without asking', async () => {
        await app.expectHeard(CUSTOMER);
      });

      await test.step('SmartRegnskap is refused from now on', async () => {
        await app.openClaims(CUSTOMER_ORG_NO);
        await app.expectNoSystemUser(CUSTOMER);
      });
    });
  });
}
