import { expect, test } from '../fixtures.ts';
import { press, tabTo } from '../keyboard.ts';
import { newSystemUser } from '../pages/new-system-user.ts';
import { signIn, signInFor } from '../sign-in.ts';

// The customer that the other tests expect to have given SmartRegnskap nothing.
test.use({ story: 'claims' });

test('K4 STILLFERDIG takes SmartRegnskap into use without being asked, by keyboard, and only once', async ({
  page,
  context,
  house,
}) => {
  await signIn(context, house, 'stillferdig');
  const wizard = newSystemUser(page);
  await wizard.open();
  await tabTo(page, wizard.search());
  await page.keyboard.type('Regnskap');
  await page.keyboard.press('Enter');
  await press(page, wizard.pick('SmartRegnskap'));
  await expect(wizard.createButton()).toBeVisible();
  await page.goBack();
  await expect(wizard.search()).toHaveValue('Regnskap');
  await press(page, wizard.pick('SmartRegnskap'));
  await press(page, wizard.createButton());
  await expect(wizard.created()).toBeVisible();

  await wizard.open('313300307_smartregnskap');
  await expect(wizard.exists()).toBeVisible();
  await expect(wizard.createButton()).toHaveCount(0);
});

test('FLINK sees that he cannot create it, before he tries', async ({ page, house }) => {
  await signInFor(page, house, 'flink', 'Rør og Vann AS');
  const wizard = newSystemUser(page);
  await wizard.open('313300307_smartregnskap');
  await expect(wizard.cannot()).toBeVisible();
  await expect(wizard.createButton()).toHaveCount(0);
});
