import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import type axe from 'axe-core';
import type { RunOptions } from 'axe-core';
import { LANGUAGE_COOKIE, LANGUAGES, type Language } from '#lib/i18n/languages.ts';
import { translate } from '#lib/i18n/translate.ts';
import { AXE_TAGS, describeViolations, expect, test } from '../fixtures.ts';
import type { House } from '../house.ts';
import { breachesOf } from '../naming.ts';
import { type PersonName, signIn, signInFor } from '../sign-in.ts';

const LETTER = /^\/requests\/[0-9a-f-]{36}(?:\/reject)?$/;
/** Where a person begins; every page that links lead to from there is visited too, or every one of those it is about. */
const WALKS: readonly {
  readonly who: PersonName | undefined;
  readonly at?: string;
  readonly from: readonly string[];
  readonly about?: RegExp;
  /** Makes what the pages are about. */
  readonly prepare?: (house: House) => Promise<unknown>;
}[] = [
  { who: undefined, from: ['/', '/login', '/login?q=Pia', '/login?error=unknown', '/help', '/no-such-page'] },
  {
    who: undefined,
    from: ['/sandbox', '/sandbox/reset', '/sandbox/snapshots/before-the-walk'],
    about: /^\/sandbox(?:\/reset|\/snapshots\/.+)?$/,
    prepare: ({ portal }) =>
      fetch(`${portal}/_sandbox/snapshots/before-the-walk`, {
        method: 'PUT',
        headers: { authorization: `Basic ${btoa('sandbox:sandbox')}`, 'x-sandbox': '1' },
      }),
  },
  { who: 'pia', at: 'Rør og Vann AS', from: ['/system-users', '/system-users?tab=ended', '/activity'] },
  { who: 'pia', at: 'Rør og Vann AS', from: ['/switch', '/system-users/new', '/vendor'] },
  { who: 'pia', at: 'Rør og Vann AS', from: ['/requests'], about: LETTER },
  { who: 'pia', at: 'Rør og Vann AS', from: ['/requests?tab=handled'], about: LETTER },
  {
    who: 'pia',
    at: 'Rør og Vann AS',
    from: [
      '/delegations',
      '/delegations/new',
      '/delegations/new?api=ske-skattekort&supplier=316600603',
      '/delegations/new?api=ske-skattekort&supplier=1',
    ],
    about: /^\/delegations\/\d{9}\/[^?]+$/,
  },
  { who: 'jonas', from: ['/requests', '/system-users'] },
  { who: 'flink', from: ['/requests'] },
  { who: 'varsom', from: ['/system-users', '/requests'] },
  { who: 'kvikk', from: ['/vendor'] },
  {
    who: 'kvikk',
    from: ['/vendor/activity/webhooks', '/vendor/activity/webhooks/new', '/vendor/system-users/delegations'],
    about: /^\/vendor\/activity\/webhooks\/[0-9a-f-]{36}(?:\/(?:secret|remove))?$/,
  },
  {
    who: 'kvikk',
    from: ['/vendor/requests/many', '/vendor/requests/many?system=313300307_smartregnskap&kind=agent'],
    about: /^\/vendor\/requests\/many/,
  },
  { who: 'noyaktig', from: ['/owner'] },
  { who: 'dina', from: ['/platform'] },
];
const ALIKE_MAX = 2;
const PAGES_MAX = 12;
/** How high what one presses or fills in is at least. */
const CONTROL_MIN_PX = 44;
/** What may be broken on a narrow page or in the dark alone; the other rules do not look at the layout. */
const LAYOUT_RULES = ['color-contrast', 'target-size', 'scrollable-region-focusable'];
/** The kinds of rules that read what something is called, or in which language. The markup is the same in each of them. */
const TAGS_ABOUT_WORDS = ['cat.language', 'cat.name-role-value', 'cat.text-alternatives', 'cat.forms', 'cat.aria'];

/** Half the size of what the package gives out as its source, and read on every page. */
const AXE_SOURCE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const EVERY_RULE: RunOptions = { runOnly: { type: 'tag', values: AXE_TAGS } };
const RULES_ABOUT_WORDS: RunOptions = {
  runOnly: { type: 'tag', values: TAGS_ABOUT_WORDS },
  rules: { 'landmark-unique': { enabled: true } },
};

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

type View = { readonly width: 1280 | 320; readonly colorScheme: 'light' | 'dark' };
/** How a page is looked at in the language that it comes in: first with every rule, then with those about the layout. */
const TWO_VIEWS: Readonly<Record<Language, readonly [View, View]>> = {
  nb: [
    { width: 1280, colorScheme: 'light' },
    { width: 320, colorScheme: 'dark' },
  ],
  nn: [
    { width: 320, colorScheme: 'light' },
    { width: 1280, colorScheme: 'dark' },
  ],
  en: [
    { width: 1280, colorScheme: 'dark' },
    { width: 320, colorScheme: 'light' },
  ],
};

/** `EVERY_VIEW=1` looks at every page in each language at each width and in each scheme with every rule. */
const ALL_VIEWS: readonly View[] | undefined = process.env.EVERY_VIEW
  ? ([1280, 320] as const).flatMap((width) =>
      (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })),
    )
  : undefined;

for (const { who, at, from, about, prepare } of WALKS) {
  test(`C8 N1 N2 N5 N6 N7 N9 N10 every page from ${from[0]} as ${who ?? 'a visitor'} is accessible in each language, width and scheme, and calls nobody else`, async ({
    page,
    context,
    house,
  }) => {
    test.setTimeout(ALL_VIEWS ? 900_000 : 300_000);
    if (who && at) await signInFor(page, house, who, at);
    else if (who) await signIn(context, house, who);
    await prepare?.(house);
    const said: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 40[34]/.test(message.text())) said.push(message.text());
    });
    page.on('pageerror', (error) => said.push(error.message));
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (/^https?:$/.test(protocol) && origin !== house.portal) said.push(`calls ${origin}`);
    });

    const paths = [...from];
    const seen = new Map<string, number>(from.map((path) => [path, 1]));
    for (let index = 0; index < Math.min(paths.length, PAGES_MAX); index += 1) {
      const path = paths[index] ?? '/';
      // Each page comes in one language and is switched to the others; which it comes in, they take turns.
      const [first, ...others] = LANGUAGES.map((_, turn) => LANGUAGES[(index + turn) % LANGUAGES.length] ?? 'nb');
      await speak(context, house, first ?? 'nb');
      const answer = await page.goto(path);
      const faults = await judge(page, first ?? 'nb', 'whole');
      if ((answer?.status() ?? 0) >= 500) faults.push(`answers ${answer?.status()}`);
      if (/<[^>]+ style="/.test((await answer?.text()) ?? '')) faults.push('comes with a style attribute');
      for (const language of others) {
        const link = page.locator(`a[hreflang="${language}"]`);
        await link.click();
        await expect(link).toHaveAttribute('aria-current', 'true');
        // The title is taken away and put back.
        await expect(page).toHaveTitle(/./);
        faults.push(...(await judge(page, language, 'words')).map((fault) => `in ${language}, ${fault}`));
      }
      expect.soft([...faults, ...said.splice(0)], `${path}, first in ${first}`).toEqual([]);
      const links = await linksOf(page, who === undefined);
      paths.push(...(about ? links.filter((link) => about.test(link) && !paths.includes(link)) : unseen(links, seen)));
    }
  });
}

async function speak(context: BrowserContext, house: House, language: Language): Promise<void> {
  await context.addCookies([{ name: LANGUAGE_COOKIE, value: language, url: house.portal }]);
}

/**
 * What is wrong with the page as it stands. Colours and sizes are the same in every language; the words are not, and how
 * much room they take.
 */
async function judge(page: Page, language: Language, what: 'whole' | 'words'): Promise<string[]> {
  // Straight into the page, where it stays when the language is switched: the page has no frames, and reading it takes long.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE_SOURCE);
  const faults: string[] = [];
  if (ALL_VIEWS) for (const view of ALL_VIEWS) faults.push(...(await look(page, view, EVERY_RULE)));
  else if (what === 'whole') {
    const [first, second] = TWO_VIEWS[language];
    faults.push(...(await look(page, first, EVERY_RULE)));
    faults.push(...(await look(page, second, { runOnly: { type: 'rule', values: LAYOUT_RULES } })));
  } else {
    const width = page.viewportSize()?.width;
    faults.push(...(await look(page, {}, RULES_ABOUT_WORDS)));
    faults.push(...(await look(page, { width: width === 320 ? 1280 : 320 })));
  }

  const cut = await cutOff(page);
  if (cut.length > 0) faults.push(`cuts off ${cut.join(', ')} when the text is spaced out`);

  faults.push(...(await breachesOf(page)));
  const { lang, title, headings } = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title,
    headings: document.querySelectorAll('h1').length,
  }));
  if (lang !== language) faults.push(`has lang ${lang}`);
  if (!title.endsWith(` – ${translate(language, 'common')('product')}`)) faults.push(`is titled ${title}`);
  if (headings !== 1) faults.push(`has ${headings} h1`);
  return faults;
}

/** What axe finds by these rules, and whether the page scrolls sideways or squeezes a text into a column, so seen. */
async function look(page: Page, { width, colorScheme }: Partial<View>, rules?: RunOptions): Promise<string[]> {
  if (width) await page.setViewportSize({ width, height: 900 });
  if (colorScheme) await page.emulateMedia({ colorScheme });
  const { violations, excess, columns, small } = await page.evaluate(
    async ({ rules, minimum }) => ({
      violations: rules ? (await window.axe.run({ ...rules, resultTypes: ['violations'] })).violations : [],
      excess: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      // A text of one line that has become higher than wide, several times over.
      columns: [...document.querySelectorAll('main :is(code, a, button, p, dd, td, h1, h2, h3)')]
        .filter(({ clientWidth, clientHeight }) => clientWidth > 0 && clientHeight > 4 * clientWidth)
        .map(({ textContent }) => textContent?.slice(0, 40)),
      small: [...document.querySelectorAll<HTMLElement>('main :is(.ds-button, select, input.ds-input, textarea)')]
        .filter((control) => control.checkVisibility() && !control.matches('[type=checkbox], [type=radio]'))
        // Workbenches are set in a smaller size, with more on a page.
        .filter((control) => control.closest<HTMLElement>('[data-size]')?.dataset.size !== 'sm')
        .filter((control) => control.getBoundingClientRect().height < minimum)
        .map((control) => (control.textContent || control.getAttribute('name') || '').slice(0, 40)),
    }),
    { rules, minimum: CONTROL_MIN_PX },
  );
  const faults = [...describeViolations(violations)];
  if (excess > 0) faults.push(`scrolls ${excess} px sideways`);
  if (small.length > 0) faults.push(`has controls below ${CONTROL_MIN_PX} px: ${small.join(', ')}`);
  if (columns.length > 0) faults.push(`squeezes ${columns.join(', ')}`);
  return faults.map((fault) => `${page.viewportSize()?.width} px${colorScheme ? `, ${colorScheme}` : ''}: ${fault}`);
}

/** What is cut off when a reader spaces out the text as far as everybody may (WCAG 1.4.12). */
function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const spaced = new CSSStyleSheet();
    spaced.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }',
    );
    document.adoptedStyleSheets.push(spaced);
    const cut = [...document.querySelectorAll('body :not(.sr-only, input, textarea)')].filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
      return (
        element.clientWidth > 1 &&
        ((hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
          (hides(overflowY) && element.scrollHeight > element.clientHeight + 1))
      );
    });
    document.adoptedStyleSheets.pop();
    return cut.map((element) => (element.textContent ?? '').trim().slice(0, 40));
  });
}

/** The first few links of each kind that were not followed before. */
function unseen(links: readonly string[], seen: Map<string, number>): readonly string[] {
  return links.filter((link) => {
    const count = seen.get(kindOf(link)) ?? 0;
    if (count >= ALIKE_MAX || seen.has(link)) return false;
    seen.set(kindOf(link), count + 1).set(link, 1);
    return true;
  });
}

/** The pages of this portal that the page leads to; language links lead to the page itself, and the foot is the visitor's. */
function linksOf(page: Page, withFooter: boolean): Promise<readonly string[]> {
  return page.locator(`a[href^="/"]:not([download])${withFooter ? '' : ':not(footer *)'}`).evaluateAll((links) =>
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
