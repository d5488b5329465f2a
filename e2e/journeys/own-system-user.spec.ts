import { expect, test } from '../fixtures.ts';
import { press } from '../keyboard.ts';
import { newSystemUser } from '../pages/new-system-user.ts';
import { signIn, signInFor } from '../sign-in.ts';

// The customer that the other tests expect to have given SmartRegnskap nothing.
test.use({ story: 'claims' });

test('STILLFERDIG takes SmartRegnskap into use without being asked, by keyboard, and only once', async ({
  page,
  context,
  house,
}) => {
  await signIn(context, house, 'stillferdig');
  const wizard = newSystemUser(page);
  await wizard.open();
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
