import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { translate } from '#lib/i18n/translate.ts';
import { AXE_TAGS, describeViolations, expect, test } from '../fixtures.ts';
import { type PersonName, signIn, signInFor } from '../sign-in.ts';

/** Where a person begins; every page that links lead to from there is visited too. */
const WALKS: readonly {
  readonly who: PersonName | undefined;
  readonly at?: string;
  readonly from: readonly string[];
}[] = [
  { who: undefined, from: ['/', '/login', '/login?q=Pia', '/login?error=unknown', '/help', '/no-such-page'] },
  { who: 'pia', at: 'Rør og Vann AS', from: ['/system-users', '/system-users?tab=ended', '/requests', '/activity'] },
  { who: 'pia', at: 'Rør og Vann AS', from: ['/requests?tab=handled', '/switch', '/system-users/new', '/vendor'] },
  { who: 'jonas', from: ['/requests', '/system-users'] },
  { who: 'flink', from: ['/requests'] },
  { who: 'varsom', from: ['/system-users', '/requests'] },
  { who: 'kvikk', from: ['/vendor'] },
  { who: 'noyaktig', from: ['/owner'] },
  { who: 'dina', from: ['/platform'] },
];
const PRODUCT = translate('nb', 'common')('product');
const ALIKE_MAX = 3;
const PAGES_MAX = 40;

for (const { who, at, from } of WALKS) {
  for (const [language, locale] of [
    ['nb', 'nb-NO'],
    ['en', 'en-GB'],
  ] as const) {
    test.describe(`every page from ${from[0]} as ${who ?? 'a visitor'} in ${language}`, () => {
      test.use({ locale });

      test('is accessible at 1280 and 320 px, says its title and has no errors', async ({ page, context, house }) => {
        test.setTimeout(240_000);
        if (who && at) await signInFor(page, house, who, at);
        else if (who) await signIn(context, house, who);
        const said: string[] = [];
        page.on('console', (message) => {
          if (message.type() === 'error' && !/status of 40[34]/.test(message.text())) said.push(message.text());
        });
        page.on('pageerror', (error) => said.push(error.message));

        const waiting = [...from];
        const seen = new Map<string, number>();
        const found: string[] = [];
        for (let visited = 0; waiting.length > 0 && visited < PAGES_MAX; visited += 1) {
          const path = waiting.shift() ?? '/';
          const answer = await page.goto(path);
          found.push(...(await judge(page, language)).map((fault) => `${path} ${fault}`));
          if ((answer?.status() ?? 0) >= 500) found.push(`${path} answers ${answer?.status()}`);
          found.push(...said.splice(0).map((text) => `${path} ${text}`));
          for (const link of await linksOf(page)) {
            const count = seen.get(kindOf(link)) ?? 0;
            if (count >= ALIKE_MAX || from.includes(link) || seen.has(link)) continue;
            seen.set(kindOf(link), count + 1).set(link, 1);
            waiting.push(link);
          }
        }
        expect(found).toEqual([]);
      });
    });
  }
}

/** What is wrong with the page as it stands: at both widths, and its colours in the dark. */
async function judge(page: Page, language: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await new AxeBuilder({ page }).withTags(AXE_TAGS).analyze();
    faults.push(...describeViolations(violations).map((violation) => `${width} px: ${violation}`));
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
    if (scrollWidth > clientWidth) faults.push(`${width} px: scrolls sideways, ${scrollWidth} px`);
  }
  await page.emulateMedia({ colorScheme: 'dark' });
  const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze();
  faults.push(...describeViolations(violations).map((violation) => `in the dark: ${violation}`));
  await page.emulateMedia({ colorScheme: 'light' });

  const { lang, title, headings } = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title,
    headings: document.querySelectorAll('h1').length,
  }));
  if (lang !== language) faults.push(`has lang ${lang}`);
  if (!title.includes(PRODUCT)) faults.push(`is titled ${title}`);
  if (headings !== 1) faults.push(`has ${headings} h1`);
  return faults;
}

/** The pages of this portal that the page leads to; language links lead to the page itself. */
function linksOf(page: Page): Promise<readonly string[]> {
  return page.locator('a[href^="/"]').evaluateAll((links) =>
    links
      .map((link) => link.getAttribute('href') ?? '')
      .filter(
        (href) =>
          !/[?&]lang=|^\/(?:smartregnskap|api|login\/oidc|openapi|_next)|\.(?:json|csv|ya?ml)(?:\?|$)/.test(href),
      )
      .map((href) => href.split('#', 1)[0] ?? ''),
  );
}

/** Pages that differ only in what they are about are of one kind. */
function kindOf(path: string): string {
  const url = new URL(path, 'http://portal.invalid');
  const parts = url.pathname.split('/').map((part) => (/[\d%:_]/.test(part) ? ':x' : part));
  const tab = url.searchParams.get('tab') ?? [...url.searchParams.keys()].sort().join();
  return `${parts.slice(0, -1).join('/')}#${parts.length}?${tab}`;
}
