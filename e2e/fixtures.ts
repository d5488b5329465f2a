import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect } from '@playwright/test';
import { type House, openHouse } from './house.ts';

/** The rules that every page keeps. */
export const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

type AxeViolation = { readonly id: string; readonly nodes: readonly { readonly target: readonly unknown[] }[] };

type TestFixtures = {
  /** Expects that axe finds nothing on the page as it stands, and that nothing scrolls sideways. */
  readonly axe: (state?: string) => Promise<void>;
};

type WorkerFixtures = {
  /** Names a story that changes the house: its tests get a house of their own, fresh from the seed. */
  readonly story: string;
  readonly house: House;
};

/** A test that stands in front of the running house; `/` is the portal's. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  story: ['', { scope: 'worker', option: true }],
  house: [
    // biome-ignore lint/correctness/noUnusedFunctionParameters: naming the story here gives each its own worker and house.
    async ({ story }, use) => {
      const { house, close } = await openHouse();
      await use(house);
      await close();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ house }, use) => use(house.portal),
  axe: async ({ page }, use, info) =>
    use(async (state = 'default') => {
      // When a page is reached without loading, its title is taken away and put back.
      await expect(page).toHaveTitle(/./);
      // What still fades in has no colours of its own.
      await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
      // The page has no frames; to join the results of several, axe would open a page of its own each time.
      const { violations } = await new AxeBuilder({ page }).withTags(AXE_TAGS).setLegacyMode().analyze();
      await info.attach(`axe-${state}`, { body: JSON.stringify(violations), contentType: 'application/json' });
      expect(describeViolations(violations)).toEqual([]);
      const { scrollWidth, clientWidth } = await page.evaluate(() => ({
        scrollWidth: document.documentElement.scrollWidth,
        clientWidth: document.documentElement.clientWidth,
      }));
      expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    }),
});

/** Each broken rule and where. */
export function describeViolations(violations: readonly AxeViolation[]): readonly string[] {
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

export { expect };
