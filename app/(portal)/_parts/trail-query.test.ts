import { describe, expect, it } from 'vitest';
import { readTrailFilter, toTrailQuery, trailAddress } from './trail-query.ts';

const KINDS = { all: [], scopes: ['scope.'] } as const;

describe('what an address asks of a trail', () => {
  it('holds whole days of Norwegian time, the last one included, also when the clocks change', () => {
    const filter = readTrailFilter({ from: '2027-03-28', to: '2027-10-31' }, KINDS);
    expect(toTrailQuery(filter, KINDS)).toMatchObject({
      from: new Date('2027-03-27T23:00:00Z'),
      until: new Date('2027-10-31T23:00:00Z'),
    });
  });

  it('leaves out what is no kind, no day and no place', () => {
    const filter = readTrailFilter({ kind: 'constructor', from: '2027-02-30', to: ['x', '2027-01-01'] }, KINDS);
    expect(filter).toEqual({ kind: 'all', party: '', about: '', from: '', to: '' });
    expect(toTrailQuery(filter, KINDS, '1-x')).toMatchObject({ from: undefined, until: undefined, before: undefined });
  });

  it('stands in the address of the next page', () => {
    const filter = readTrailFilter({ kind: 'scopes', party: ' Rør og Vann ', about: 'krav' }, KINDS);
    expect(trailAddress('/x', filter, { at: new Date(5), id: 7 })).toBe(
      '/x?kind=scopes&party=R%C3%B8r+og+Vann&about=krav&before=5-7',
    );
    expect(trailAddress('/x', readTrailFilter({}, KINDS))).toBe('/x');
  });
});
