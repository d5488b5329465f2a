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
const ALIKE_MAX = 2;
const PAGES_MAX = 12;
/** What may be broken on a narrow page or in the dark alone; the other rules do not look at the layout. */
const LAYOUT_RULES = ['color-contrast', 'target-size', 'scrollable-region-focusable'];

for (const { who, at, from } of WALKS) {
  for (const [language, locale] of [
    ['nb', 'nb-NO'],
    ['en', 'en-GB'],
  ] as const) {
    test.describe(`every page from ${from[0]} as ${who ?? 'a visitor'} in ${language}`, () => {
      test.use({ locale });

      test('is accessible at 1280 and 320 px, says its title and has no errors', async ({ page, context, house }) => {
        test.setTimeout(300_000);
        if (who && at) await signInFor(page, house, who, at, language);
        else if (who) await signIn(context, house, who);
        const said: string[] = [];
        page.on('console', (message) => {
          if (message.type() === 'error' && !/status of 40[34]/.test(message.text())) said.push(message.text());
        });
        page.on('pageerror', (error) => said.push(error.message));

        const waiting = [...from];
        const seen = new Map<string, number>();
        for (let visited = 0; waiting.length > 0 && visited < PAGES_MAX; visited += 1) {
          const path = waiting.shift() ?? '/';
          const answer = await page.goto(path);
          const faults = [...(await judge(page, language)), ...said.splice(0)];
          if ((answer?.status() ?? 0) >= 500) faults.push(`answers ${answer?.status()}`);
          expect.soft(faults, path).toEqual([]);
          for (const link of await linksOf(page)) {
            const count = seen.get(kindOf(link)) ?? 0;
            if (count >= ALIKE_MAX || from.includes(link) || seen.has(link)) continue;
            seen.set(kindOf(link), count + 1).set(link, 1);
            waiting.push(link);
          }
        }
      });
    });
  }
}

/** What is wrong with the page as it stands: wide, and narrow with bokmål in the dark. */
async function judge(page: Page, language: string): Promise<readonly string[]> {
  await page.setViewportSize({ width: 1280, height: 900 });
  const wide = await new AxeBuilder({ page }).withTags(AXE_TAGS).analyze();
  const faults = [...describeViolations(wide.violations)];
  await page.setViewportSize({ width: 320, height: 900 });
  await page.emulateMedia({ colorScheme: language === 'nb' ? 'dark' : 'light' });
  const narrow = await new AxeBuilder({ page }).withRules(LAYOUT_RULES).analyze();
  faults.push(...describeViolations(narrow.violations).map((violation) => `320 px: ${violation}`));
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
  return page.locator('a[href^="/"]:not([download])').evaluateAll((links) =>
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
