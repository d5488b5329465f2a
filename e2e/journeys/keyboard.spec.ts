import type { Locator, Page } from '@playwright/test';
import { translate } from '#lib/i18n/translate.ts';
import { expect, test } from '../fixtures.ts';
import { press, tabTo } from '../keyboard.ts';
import { portal } from '../pages/portal.ts';
import { signIn, signInFor } from '../sign-in.ts';
import { askForSystemUser } from '../vendor.ts';

/*
 * The keyboard scripts that are no part of another journey: K2 and K5 are in story, K3 in answers, K4 in own-system-user.
 */

const CUSTOMER = 'Rør og Vann AS';
const STOPS_MAX = 60;
const common = translate('nb', 'common');
const vendor = translate('nb', 'vendor');

test('K1 the first Tab leads past the menus', async ({ page }) => {
  await page.goto('/login');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: common('skipToContent') })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main, footer')?.localName)).toBe('main');
});

test('K6 a refused form leads to its errors each time, and each line goes when its field is mended', async ({
  page,
  context,
  house,
  axe,
}) => {
  await signIn(context, house, 'kvikk');
  await page.goto('/vendor/systems/new');
  const title = await page.title();
  const submit = page.getByRole('button', { name: vendor('systems.form.create') });
  await press(page, submit);
  const summary = page.locator('.ds-error-summary');
  await expect(summary).toBeVisible();
  expect(await summary.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  await expect(page).toHaveTitle(common('errorTitle', { title }));
  await axe('refused');

  const line = summary.getByRole('link').first();
  const text = await line.textContent();
  await press(page, line);
  const field = page.locator(':focus');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.type('x');
  await expect(summary.getByRole('link', { name: text ?? '', exact: true })).toHaveCount(0);

  await submit.press('Enter');
  await expect(summary).toBeFocused();
  for (const other of await page.locator('[aria-invalid]').all()) await other.fill('x');
  await expect(summary).toHaveCount(0);
  await expect(page).toHaveTitle(title);
});

test('K7 arrows move among the tabs, Space opens one, and a reload keeps it', async ({ page, house }) => {
  await signInFor(page, house, 'pia', CUSTOMER);
  await portal(page).openSystemUsers();
  const users = translate('nb', 'systemUsers');
  const tabs = page.getByRole('navigation', { name: users('tabs') }).getByRole('link');
  await tabTo(page, tabs.first());
  await page.keyboard.press('ArrowRight');
  await expect(tabs.nth(1)).toBeFocused();
  await page.keyboard.press('Home');
  await expect(tabs.first()).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(tabs.last()).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(tabs.first()).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/tab=ended/);
  await expect(tabs.last()).toHaveAttribute('aria-current', 'page');
  await page.reload();
  await expect(tabs.last()).toHaveAttribute('aria-current', 'page');
  await tabTo(page, tabs.last());
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('nav')?.ariaLabel)).not.toBe(users('tabs'));
});

for (const [path, width] of [
  ['letter', 1280],
  ['/system-users', 1280],
  ['/system-users', 320],
  ['/requests?tab=handled', 1280],
  ['/system-users/new', 1280],
] as const) {
  test(`K8 K9 every stop on ${path} at ${width} px is seen, in order, and leads on`, async ({ page, house }) => {
    await page.setViewportSize({ width, height: 900 });
    const where = path === 'letter' ? `/requests/${(await askForSystemUser(house)).id}` : path;
    await signInFor(page, house, 'pia', CUSTOMER);
    await page.goto(where);
    const stops = await walk(page);
    expect(stops.length).toBeGreaterThan(5);
    expect(stops.filter(({ ring }) => !ring).map(({ name }) => name)).toEqual([]);
    expect(stops.filter(({ seen }) => !seen).map(({ name }) => name)).toEqual([]);
    const below = stops.filter(({ place }) => place !== 'header');
    expect(below.map(({ place }) => place)).toEqual(
      [...below]
        .map(({ place }) => place)
        .sort()
        .reverse(),
    );
  });
}

test('K10 language and organisation are changed by keyboard, and what was typed stays', async ({
  page,
  context,
  house,
}) => {
  await signIn(context, house, 'kvikk');
  await page.goto('/vendor/clients/new');
  const name = page.getByRole('main').getByRole('textbox').first();
  await tabTo(page, name);
  await page.keyboard.type('Ny klient');
  await reach(page, page.getByRole('link', { name: 'English', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(name).toHaveValue('Ny klient');

  await signInFor(page, house, 'pia', CUSTOMER, 'en');
  await page.goto('/system-users');
  await reach(page, page.getByRole('banner').locator('summary'));
  await page.keyboard.press('Enter');
  await press(page, page.getByRole('link', { name: translate('en', 'common')('account.switch') }));
  const choose = translate('en', 'login')('switch.choose', { organisation: 'MODIG STILLE GRAN' });
  await press(page, page.getByRole('button', { name: choose }));
  await expect(page.getByRole('banner')).toContainText('MODIG STILLE GRAN');
});

test('with forced colours the state of a request and the focus still have an outline', async ({ page, house }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await signInFor(page, house, 'pia', CUSTOMER);
  await portal(page).openRequests();
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: translate('nb', 'common')('skipToContent') });
  await expect(skip).toBeFocused();
  expect(await skip.evaluate((element) => getComputedStyle(element).outlineStyle)).not.toBe('none');
  const requests = translate('nb', 'requests');
  const tag = page
    .getByRole('main')
    .locator('.ds-tag', { hasText: requests('list.states.waiting') })
    .first();
  expect(await tag.evaluate((element) => getComputedStyle(element).borderStyle)).not.toBe('none');
  const link = page.getByRole('main').getByRole('row').getByRole('link').first();
  await tabTo(page, link);
  expect(await link.evaluate((element) => getComputedStyle(element).outlineStyle)).not.toBe('none');
});

type Stop = {
  readonly name: string;
  readonly place: string;
  /** Whether it looks otherwise than without focus. */
  readonly ring: boolean;
  /** Whether it, and nothing above it, is what the eye meets there. */
  readonly seen: boolean;
};

/** Tabs through the whole page, until focus leaves it or is back at the beginning. */
async function walk(page: Page): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  for (let count = 0; count < STOPS_MAX; count += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const at = document.activeElement;
      if (!(at instanceof HTMLElement) || at === document.body || at.dataset.visited) return undefined;
      at.dataset.visited = 'yes';
      const isClipped = (element: Element | null): boolean =>
        element !== null && (getComputedStyle(element).clipPath !== 'none' || isClipped(element.parentElement));
      const look = () => {
        const { outline, boxShadow, backgroundColor } = getComputedStyle(at);
        return [outline, boxShadow, backgroundColor].join();
      };
      const { left, top, width, height } = at.getBoundingClientRect();
      const [x, y] = [left + Math.min(width, window.innerWidth) / 2, Math.max(top, 0) + Math.min(height / 2, 20)];
      const met = document.elementFromPoint(x, y);
      const focused = look();
      at.blur();
      const ring = look() !== focused;
      at.focus();
      return {
        name: (at.ariaLabel ?? at.textContent ?? '').trim().slice(0, 40),
        place: at.closest('header, main, footer')?.localName ?? 'header',
        ring,
        seen: met !== null && (at.contains(met) || met.contains(at)) && !isClipped(at),
      };
    });
    if (!stop) return stops;
    stops.push(stop);
  }
  throw new Error('Focus does not come to an end.');
}

/** Goes backwards to a control in the page's head. */
async function reach(page: Page, control: Locator): Promise<void> {
  for (let count = 0; count < STOPS_MAX; count += 1) {
    await page.keyboard.press('Shift+Tab');
    if (await control.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${control} cannot be reached with Shift and Tab.`);
}
