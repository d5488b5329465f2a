import { expect, it } from 'vitest';
import { foreignLicences, readSbom } from './scripts/sbom.ts';

const component = (licence: string) => ({ name: 'x', version: '1.0.0', purl: '', licenses: [{ expression: licence }] });

it('E12 the list of what is in the product is CycloneDX, holds what is asked for, and names a licence for all of it', () => {
  const sbom = readSbom();
  expect(sbom).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { name: 'systembruker' } } });
  expect(sbom.specVersion).toMatch(/^1\.[5-9]$/);
  const names = sbom.components.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['next', 'jose', 'better-sqlite3', 'prom-client']));
  expect(names).not.toContain('vitest');
  expect(sbom.components.filter(({ purl }) => !purl.startsWith('pkg:npm/'))).toEqual([]);
  expect(foreignLicences(sbom)).toEqual([]);
});

it.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-only)', true],
  ['MIT AND ISC', true],
  ['MIT AND GPL-3.0-only', false],
  ['AGPL-3.0-only', false],
  ['LGPL-3.0-or-later', false],
  ['SEE LICENSE IN LICENSE.md', false],
  ['', false],
])('the licence "%s" is allowed: %s', (licence, isAllowed) => {
  expect(foreignLicences({ components: [component(licence)] })).toHaveLength(isAllowed ? 0 : 1);
});
