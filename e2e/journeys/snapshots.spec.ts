import type { Page } from '@playwright/test';
import { translate } from '#lib/i18n/translate.ts';
import { expect, test } from '../fixtures.ts';
import { signIn } from '../sign-in.ts';

test.use({ story: 'snapshots' });

const t = translate('nb', 'sandbox');

/** Takes a snapshot on the page, and comes back to the list with it. */
async function take(page: Page, name: string): Promise<void> {
  await page.goto('/sandbox');
  await page.getByLabel(t('snapshots.name'), { exact: true }).fill(name);
  await page.getByRole('button', { name: t('snapshots.take') }).click();
  await expect(page.getByText(t('snapshots.takenDone'))).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: name })).toBeVisible();
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a snapshot is taken, gone back to and deleted', async ({ page, context, house }) => {
    await take(page, 'for-alt');
    await page.getByRole('button', { name: t('controls.halfYear') }).click();
    await expect(page.getByText(/^Klokka er stilt til .* derfra/)).toBeVisible();
    await signIn(context, house, 'stillferdig');
    await page.goto('/system-users');
    await expect(page).toHaveURL(/\/system-users$/);

    await page.goto('/sandbox');
    await page.getByRole('link', { name: t('snapshots.restore', { name: 'for-alt' }) }).click();
    await page.getByRole('button', { name: t('snapshots.restoreConfirm') }).click();
    await expect(page.getByText(t('snapshots.restoreDone'))).toBeVisible();
    await expect(page.getByText(/og går som vanlig\./)).toBeVisible();
    await page.goto('/system-users');
    await expect(page).toHaveURL(/\/login/);

    await page.goto('/sandbox');
    await page.getByRole('link', { name: t('snapshots.delete', { name: 'for-alt' }) }).click();
    await page.getByRole('button', { name: t('snapshots.deleteConfirm') }).click();
    await expect(page.getByText(t('snapshots.deleteDone'))).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: 'for-alt' })).toHaveCount(0);
  });
});

test('a snapshot is asked about in a dialog, and a name that cannot be is said at its field', async ({ page, axe }) => {
  await page.goto('/sandbox');
  await page.getByLabel(t('snapshots.name'), { exact: true }).fill('Før alt');
  await page.getByRole('button', { name: t('snapshots.take') }).click();
  await expect(page.getByLabel(t('snapshots.name'), { exact: true })).toHaveAccessibleDescription(
    new RegExp(t('snapshots.wrongName').replaceAll('.', '\\.')),
  );
  await expect(page.getByLabel(t('snapshots.name'), { exact: true })).toHaveValue('Før alt');
  await take(page, 'i-dialog');
  await page.getByRole('link', { name: t('snapshots.restore', { name: 'i-dialog' }) }).click();
  const dialog = page.getByRole('dialog', { name: t('snapshots.restoreTitle', { name: 'i-dialog' }) });
  await expect(dialog).toBeVisible();
  await axe('dialog');
  await dialog.getByRole('button', { name: t('snapshots.restoreConfirm') }).click();
  await expect(page.getByText(t('snapshots.restoreDone'))).toBeVisible();
  await page.getByRole('link', { name: t('snapshots.delete', { name: 'i-dialog' }) }).click();
  await page.getByRole('button', { name: t('snapshots.deleteConfirm') }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'i-dialog' })).toHaveCount(0);
});
