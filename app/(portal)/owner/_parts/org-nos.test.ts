import { describe, expect, it } from 'vitest';
import { ORG_NOS_MAX, parseOrgNos } from './org-nos.ts';

describe('pasted organisation numbers', () => {
  it.each([
    ['one per line', '314400402\n313300307'],
    ['commas and semicolons', '314400402, 313300307;'],
    ['spaces inside numbers', '314 400 402 313 300 307'],
    ['the same twice', '314400402 314400402 313300307'],
  ])('N7 are read with %s', (_, text) => {
    expect(parseOrgNos(text)).toEqual({ orgNos: ['314400402', '313300307'], wrong: [] });
  });

  it('are kept apart from what is no number', () => {
    expect(parseOrgNos('314400402 314400403 Rør')).toEqual({ orgNos: ['314400402'], wrong: ['314400403', 'Rør'] });
  });

  it('are taken a hundred at a time', () => {
    expect(parseOrgNos('x '.repeat(3)).wrong).toEqual(['x']);
    const many = Array.from({ length: ORG_NOS_MAX + 5 }, (_, index) => `n${index}`).join(' ');
    expect(parseOrgNos(many).wrong).toHaveLength(ORG_NOS_MAX);
  });
});
