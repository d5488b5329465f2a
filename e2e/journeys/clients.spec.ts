import { CLIENTS } from '#db/seed/story.ts';
import { expect, test } from '../fixtures.ts';
import { clients } from '../pages/clients.ts';
import { letter } from '../pages/letter.ts';
import { signIn } from '../sign-in.ts';
import { askForAgent } from '../vendor.ts';

const ABLE = CLIENTS.filter(({ hasGivenPackage }) => hasGivenPackage);
const UNABLE = CLIENTS.filter(({ hasGivenPackage }) => !hasGivenPackage);

for (const [language, locale] of [
  ['nb', 'nb-NO'],
  ['en', 'en-GB'],
] as const) {
  test.describe(`fourteen clients in ${language}`, () => {
    test.use({ locale });

    test('VARSOM approves; RYDDIG connects all who can be, leaves, and comes back to the outcome', async ({
      page,
      context,
      browser,
      house,
    }) => {
      const { id } = await askForAgent(house);
      await signIn(context, house, 'varsom');
      const asked = letter(page, language);
      await asked.open(id);
      await expect(asked.questionClients('SmartCloud')).toBeVisible();
      await asked.approveButton().press('Enter');
      await expect(asked.receipt.approved('SmartCloud')).toBeFocused();

      const hers = await browser.newContext({ baseURL: house.portal, locale });
      await signIn(hers, house, 'ryddig');
      const herPage = await hers.newPage();
      const list = clients(herPage, language);
      await list.open(id);
      await expect(list.eligible().getByRole('checkbox')).toHaveCount(ABLE.length);
      for (const { name } of UNABLE) await expect(list.lacking()).toContainText(name);
      const names = await list.namesIn(list.eligible());
      await list.addAll(ABLE.length).click();
      await herPage.goto('/activity');
      await expect
        .poll(async () => {
          await list.open(id);
          return list.added(ABLE.length).count();
        })
        .toBe(1);
      await expect(list.connected().getByRole('checkbox')).toHaveCount(ABLE.length);
      for (const { name } of UNABLE) await expect(list.connected()).not.toContainText(name);
      expect(await list.namesIn(list.connected())).toEqual(names);

      await list.connected().getByRole('checkbox', { name: ABLE[0]?.name }).check();
      await list.remove().click();
      await expect(list.removed(1)).toBeVisible();
      await expect(list.eligible().getByRole('checkbox')).toHaveCount(1);
      await hers.close();
    });
  });
}
