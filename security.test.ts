import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const GROUPS = { A: 34, B: 32, C: 18, D: 14, E: 15, F: 30 };

const ids = Object.entries(GROUPS).flatMap(([group, count]) =>
  Array.from({ length: count }, (_, index) => `${group}${index + 1}`),
);
/** Ids in titles of tests, and in the rows that tables of tests are titled by. */
const tested = new Set(
  globSync(['{lib,db,app,e2e}/**/*.{test,spec}.{ts,tsx}', '*.test.ts']).flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => /['"`]/.test(line) && !/^\s*(\/\/|\*)/.test(line))
      .flatMap((line) => [...line.matchAll(/(?<![\w-])([A-F][0-9]{1,2})(?=[ ,:])/g)].map((match) => match[1] ?? '')),
  ),
);
const excused = [...readFileSync('SECURITY.md', 'utf8').matchAll(/^\| ([A-F][0-9]+) \| \S/gm)].map((match) => match[1]);

describe('the list of rules in SECURITY.md', () => {
  it('excuses every id that has no test', () => {
    expect(ids.filter((id) => !tested.has(id) && !excused.includes(id))).toEqual([]);
  });

  it('excuses none that has a test', () => {
    expect(excused.filter((id) => id === undefined || tested.has(id))).toEqual([]);
  });
});
