import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { AUTH_CODES } from '#lib/kernel/auth-problems.ts';

/** What the real service does and ours must not, of `altinn-api.md` §20. */
const FIXED_QUIRKS = [1, 2, 3, 5, 6, 7, 9, 10, 11, 12, 13, 14, 16, 17, 18, 19, 20, 21, 22, 23, 36, 37, 38, 39, 40].map(
  (number) => `Q-${number}`,
);

const textOf = (files: readonly string[]) => files.map((file) => readFileSync(file, 'utf8')).join('\n');
const tests = textOf(globSync('{lib,db,app,e2e}/**/*.{test,spec}.ts'));
const product = textOf(
  globSync('lib/**/*.ts', {
    exclude: (path) => /\.test\.ts$|problem-texts\.ts$|auth-problems\.ts$|explanations$/.test(path),
  }),
);
const excused = new Set(readFileSync('lib/kernel/README.md', 'utf8').match(/AUTH-[0-9]{5}/g));

/** Whether the id stands inside a text of the source, not only in a comment. */
const isQuoted = (source: string, id: string) => new RegExp(`['"\`][^'"\`\\n]*${id}(?![0-9])`).test(source);

describe('what the contract numbers', () => {
  it('has a test for every quirk that is to be mended', () => {
    expect(FIXED_QUIRKS.filter((quirk) => !isQuoted(tests, quirk))).toEqual([]);
  });

  it('has a test for every problem that the product answers', () => {
    expect(AUTH_CODES.filter((code) => isQuoted(product, code) && !isQuoted(tests, code))).toEqual([]);
  });

  it('has a test for every code of ours and of the validation', () => {
    const codes = new Set(product.match(/(?:AUTH\.VLD|RR(?:\.VLD)?|REQ)-[0-9]{5}/g));
    expect(codes.size).toBeGreaterThan(20);
    expect([...codes].filter((code) => !isQuoted(tests, code.replace('.', '\\.')))).toEqual([]);
  });

  it('says of every other problem why nothing answers it, and of no other', () => {
    const silent = AUTH_CODES.filter((code) => !isQuoted(product, code));
    expect([...excused].sort()).toEqual(silent);
  });
});
