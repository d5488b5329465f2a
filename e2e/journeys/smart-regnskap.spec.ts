import { expect, test } from '../fixtures.ts';
import { smartRegnskap } from '../pages/smart-regnskap.ts';

for (const [language, width] of [
  ['nb', 1280],
  ['nb', 320],
  ['nn', 320],
  ['en', 1280],
] as const) {
  test(`SmartRegnskap is accessible in ${language} at ${width} px`, async ({ page, house, axe }) => {
    await page.setViewportSize({ width, height: 800 });
    const app = smartRegnskap(page, house, language);
    await app.open();
    await app.chooseLanguage();
    await axe('customers');
    await app.openCustomer('TILFELDIG SUBTIL APE');
    await axe('customer');
    await app.openClaims('315500508');
    await app.expectNoSystemUser('TILFELDIG SUBTIL APE');
    await axe('no system user');
    await page.goto(`${house.smartRegnskap}/smartregnskap/kunder/991825827`);
    await axe('not found');
  });
}

test('a new customer must have a synthetic organisation number', async ({ page, house }) => {
  await smartRegnskap(page, house).open();
  await page.getByLabel('Org.nr.').fill('991 825 827');
  await page.getByRole('button', { name: 'Legg til' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'syntetisk' })).toBeVisible();
  await page.getByLabel('Org.nr.').fill('316 600 603');
  await page.getByLabel('Navn').fill('Rett Regnskap AS');
  await page.getByRole('button', { name: 'Legg til' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Rett Regnskap AS' })).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a customer that does not exist is not found in its own look', async ({ page, house }) => {
    const answer = await page.goto(`${house.smartRegnskap}/smartregnskap/kunder/991825827`);
    expect(answer?.status()).toBe(404);
    await smartRegnskap(page, house).expectNotFound();
    await expect(page).toHaveTitle('SmartRegnskap');
  });

  test('Connect leads to the page where the customer answers', async ({ page, house }) => {
    const app = smartRegnskap(page, house);
    await app.open();
    await app.openCustomer('Rør og Vann AS');
    await app.connect();
    await app.open();
    await expect(page.getByRole('row', { name: 'Rør og Vann AS' })).toContainText('Venter på svar');
  });
});
