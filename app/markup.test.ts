import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** What only some states of a page show, which no walk through the seed can see: held where it is written (ui.md §4.3). */
const sources = globSync('app/**/*.{ts,tsx}')
  .filter((path) => !path.endsWith('.test.ts'))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
const count = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length;

it('N4 what posts a form is busy until the answer comes: plain buttons send searches only', () => {
  const plain = sources
    .filter(({ path }) => !path.startsWith('app/(smartregnskap)/'))
    .filter(({ text }) => count(text, /type="submit"/g) > count(text, /<form[^>]*method="get"/g))
    .map(({ path }) => path);
  expect(plain.sort()).toEqual([
    'app/(portal)/(letter)/requests/[id]/_letter/armed-button.tsx',
    'app/_ui/submit-button.tsx',
  ]);
});

it('N5 every table has a caption, and every head says what it is the head of', () => {
  const bare = sources.filter(({ text }) => count(text, /<[Tt]able[\s>]/g) !== count(text, /<caption[\s>]/g));
  expect(bare.map(({ path }) => path)).toEqual([]);
  const heads = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/<(?:TableHeaderCell|th)\s[^>]*>|<(?:TableHeaderCell|th)>/g)].map(([head]) => ({ path, head })),
  );
  expect(heads.filter(({ head }) => !/ scope="(?:col|row)"/.test(head))).toEqual([]);
});

it('N9 dates become text in a time element, or outside of a page', () => {
  const written = sources.filter(({ text }) => /\bformatDate(?:Time)?\(/.test(text)).map(({ path }) => path);
  expect(written.sort()).toEqual([
    // A file to download.
    'app/(portal)/_parts/event-columns.ts',
    // A mail to copy.
    'app/(portal)/vendor/requests/[id]/share.tsx',
    // Sent to the browser together with the instant.
    'app/(portal)/vendor/token/explain.ts',
    'app/_ui/moment.tsx',
  ]);
});
