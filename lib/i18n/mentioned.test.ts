import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { nb } from './messages/nb.ts';

const source = globSync('{app,lib}/**/*.{ts,tsx}')
  .filter((path) => !path.startsWith('lib/i18n/messages') && !path.endsWith('.test.ts'))
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');
/** Every dotted name and what it begins with, for a text may be asked for its length or the like. */
const written = new Set(
  source
    .match(/[\w-]+(?:\.[\w-]+)*/g)
    ?.flatMap((name) => name.split('.').map((_, end, parts) => parts.slice(0, end + 1).join('.'))),
);
const words = new Set(source.match(/[\w-]+/g));
/** Keys whose last parts are known when the page is: `states.${state}`. */
const made = [...source.matchAll(/`(\w+(?:\.\w+)*\.?)\$\{/g)].map(([, start]) => start ?? '');
/** Areas whose texts are handed on as they are, so that only the last part of a key can be looked for. */
const handedOn = new Set([...source.matchAll(/\btexts\('(\w+)'\)/g)].map(([, area]) => area));

it('every text of the dictionary is mentioned where something is shown', () => {
  const forgotten = Object.entries(nb).flatMap(([area, texts]) =>
    keysOf(texts)
      .filter((key) => !written.has(key) && !made.some((start) => key.startsWith(start)))
      .filter((key) => !(handedOn.has(area) && words.has(key.split('.').at(-1) ?? '')))
      .map((key) => `${area}.${key}`),
  );
  expect(forgotten).toEqual([]);
});

function keysOf(texts: object, above = ''): string[] {
  return Object.entries(texts).flatMap(([name, text]) =>
    typeof text === 'string' ? [above + name] : keysOf(text, `${above}${name}.`),
  );
}
