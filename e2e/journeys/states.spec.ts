import type { Page } from '@playwright/test';
import { PERSON } from '#db/seed/story.ts';
import { translate } from '#lib/i18n/translate.ts';
import { expect, test } from '../fixtures.ts';
import { letter } from '../pages/letter.ts';
import { portal } from '../pages/portal.ts';
import { signIn, signInFor } from '../sign-in.ts';
import { askForSystemUser, readRequest } from '../vendor.ts';

const MINUTE_MS = 60_000;
const CUSTOMER = 'Rør og Vann AS';
const common = translate('nb', 'common');

test('N3 what was done is said once, stays for as long as it is wanted, and can be dismissed', async ({
  page,
  context,
  house,
}) => {
  const { id } = await askForSystemUser(house);
  const vendor = translate('nb', 'vendor');
  await signIn(context, house, 'kvikk');
  await page.clock.install();
  await page.goto(`/vendor/requests/${id}/withdraw`);
  await page.getByRole('button', { name: vendor('requests.withdrawConfirm') }).click();
  const done = vendor('requests.done.withdrawn');
  await expect(page.getByRole('status').filter({ hasText: done })).toBeVisible();
  await page.clock.runFor(5 * MINUTE_MS);
  const shown = page.locator('.ds-alert').filter({ hasText: done });
  await expect(shown).toBeVisible();
  await expect(page.locator('[role=status], [role=alert], [aria-live]').filter({ hasText: done })).toHaveCount(1);
  await shown.getByRole('button', { name: common('actions.close') }).click();
  await expect(shown).toHaveCount(0);
});

test('N4 a busy button keeps its name and takes no second press', async ({ page, context, house }) => {
  await signIn(context, house, 'pia');
  const asked = letter(page);
  let answer = () => {};
  await page.route('**/requests/*', async (route) => {
    if (route.request().method() === 'POST') {
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
    }
    await route.continue();
  });
  for (const rejects of [false, true]) {
    await asked.open((await askForSystemUser(house)).id);
    if (rejects) await asked.rejectLink().click();
    const button = rejects ? asked.confirmReject() : asked.approveButton();
    await button.press('Enter');
    await expect(button).toHaveAttribute('aria-busy', 'true');
    await page.evaluate(() => {
      document.addEventListener('submit', () => document.body.setAttribute('data-again', ''), true);
    });
    await button.press('Enter');
    await button.dblclick();
    await expect(page.locator('body')).not.toHaveAttribute('data-again');
    answer();
    await page.waitForURL('**/receipt');
  }
});

test('N8 the end of a session is told two minutes before, put off by one key, and said at the log-in', async ({
  page,
  house,
}) => {
  await signInFor(page, house, 'pia', CUSTOMER);
  await page.clock.install();
  const renewals = await countRenewals(page);
  await portal(page).openRequests();
  await expect.poll(renewals).toBeGreaterThan(0);
  const warning = page.getByRole('alertdialog', { name: common('session.soonTitle') });
  const stay = warning.getByRole('button', { name: common('session.stay') });
  await page.clock.runFor(26 * MINUTE_MS);
  await expect(warning).toBeHidden();
  await page.clock.runFor(2 * MINUTE_MS);
  await expect(stay).toBeFocused();
  const before = await renewals();
  await page.keyboard.press('Enter');
  await expect(warning).toBeHidden();
  await expect.poll(renewals).toBeGreaterThan(before);
  await page.clock.runFor(20 * MINUTE_MS);
  await expect(page).toHaveURL(/\/requests$/);
  await page.clock.runFor(8 * MINUTE_MS);
  await expect(warning).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(warning).toBeHidden();
  // The server's end may be a minute later than this; leaving before it would prolong the session.
  await page.clock.runFor(1.5 * MINUTE_MS);
  await expect(page).toHaveURL(/\/requests$/);
  await page.clock.runFor(1 * MINUTE_MS);
  await page.waitForURL(/\/login\?error=ended&returnTo=%2Frequests/);
});

test('N8 who answers after the session has ended comes to the log-in, and then back to the letter', async ({
  page,
  context,
  house,
  axe,
}) => {
  const { id } = await askForSystemUser(house);
  await signIn(context, house, 'pia');
  await letter(page).open(id);
  await context.clearCookies();
  await letter(page).approveButton().press('Enter');
  await page.waitForURL(/\/login/);
  await expect(page.getByRole('alert').filter({ hasText: translate('nb', 'login')('errors.ended') })).toBeVisible();
  await portal(page).expectAsked('SmartCloud AS', CUSTOMER);
  await axe('who asks');
  expect(await readRequest(house, id)).toMatchObject({ status: 'New' });
  await portal(page).personNo().fill(PERSON.pia);
  await portal(page).continueButton().click();
  await expect(letter(page).approveButton()).toBeVisible();
});

test('N8 what was typed is there again after log-in, for the same person alone, and nothing has been sent', async ({
  page,
  context,
  house,
}) => {
  const asked = letter(page);
  const { id } = await askForSystemUser(house);
  const reason = 'Vi har byttet regnskapssystem.';
  const typeAndLose = async () => {
    await asked.open(id);
    await asked.rejectLink().click();
    await asked.reason().fill(reason);
    await context.clearCookies();
    await asked.confirmReject().press('Enter');
    await page.waitForURL(/\/login\?error=ended/);
    await expect.poll(() => keptIn(page)).toBeGreaterThan(0);
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('byttet');
  };
  const logIn = async (person: 'pia' | 'flink') => {
    await portal(page).personNo().fill(PERSON[person]);
    await portal(page).continueButton().click();
    await page.waitForURL(`**/requests/${id}`);
  };

  await signIn(context, house, 'pia');
  await typeAndLose();
  await logIn('flink');
  await asked.rejectLink().click();
  await expect(asked.reason()).toHaveValue('');
  expect(await keptIn(page)).toBe(0);

  await context.clearCookies();
  await signIn(context, house, 'pia');
  await typeAndLose();
  await logIn('pia');
  await expect(asked.reason()).toHaveValue(reason);
  await expect(page.getByText(common('session.filledAgain'))).toBeFocused();
  expect(await keptIn(page)).toBe(0);
  expect(await asked.rejectForm()).toMatchObject({ reason });
  expect(await readRequest(house, id)).toMatchObject({ status: 'New' });
  await asked.confirmReject().press('Enter');
  await page.waitForURL('**/receipt');
  await asked.open(id);
  await expect(asked.reasonGiven(reason)).toBeVisible();
});

test('N8 a long form that lay there when the session ended is filled in again, for the organisation it was for', async ({
  page,
  context,
  house,
}) => {
  const system = translate('nb', 'vendor');
  const suffix = page.getByLabel(system('systems.form.id'), { exact: true });
  const service = page.getByRole('checkbox', { name: 'Krav og betalinger' });
  const visible = page.getByLabel(system('systems.form.visible'), { exact: true });
  const open = async () => {
    await signIn(context, house, 'kvikk');
    await page.goto('/vendor/systems/new');
  };
  let departures = 0;
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.url().includes('/login?error=ended')) departures += 1;
  });
  const letSessionEnd = async () => {
    departures = 0;
    await page.clock.runFor(32 * MINUTE_MS);
    await page.waitForURL(/\/login\?error=ended&returnTo=%2Fvendor%2Fsystems%2Fnew/);
    expect(departures, 'a second would break off the first').toBe(1);
    expect(await keptIn(page)).toBeGreaterThan(0);
  };

  await page.clock.install();
  await open();
  await suffix.fill('ukjent');
  await page.getByText(/^Skatteetaten \(/).click();
  await service.check();
  await visible.uncheck();
  await letSessionEnd();
  await open();
  await expect(suffix).toHaveValue('ukjent');
  await expect(service).toBeVisible();
  await expect(service).toBeChecked();
  await expect(visible).not.toBeChecked();

  await page.locator('form[data-kept] input[name=actingFor]').evaluate((input: HTMLInputElement) => {
    input.value = 'another organisation';
  });
  await letSessionEnd();
  await open();
  await expect.poll(() => keptIn(page)).toBe(0);
  await expect(suffix).toHaveValue('');

  await suffix.fill('ukjent');
  await letSessionEnd();
  await signIn(context, house, 'kvikk');
  await page.goto('/');
  expect(await keptIn(page)).toBeGreaterThan(0);
  await portal(page).logOut();
  expect(await keptIn(page)).toBe(0);
});

test('C5 a tab whose session went on under another id meanwhile is led back from the log-in', async ({
  page,
  house,
}) => {
  await signInFor(page, house, 'pia', CUSTOMER);
  await page.goto('/login?returnTo=%2Frequests%3Ftab%3Dhandled');
  await expect(page).toHaveURL(/\/requests\?tab=handled$/);
});

/** How much the tab keeps of unsent forms. */
function keptIn(page: Page): Promise<number> {
  return page.evaluate(() => (sessionStorage.getItem('kept-forms') ?? '').length);
}

/** How often the page has learned of a new end of the session; tabs tell each other on a channel. */
async function countRenewals(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const heard = () => Number(sessionStorage.getItem('renewals'));
    new BroadcastChannel('session-end').onmessage = () => sessionStorage.setItem('renewals', String(heard() + 1));
  });
  return () => page.evaluate(() => Number(sessionStorage.getItem('renewals')));
}
