import { describe, expect, it } from 'vitest';
import { integer, oid, sequence } from './der.ts';

describe('a DER value', () => {
  it.each([
    ['zero', '00', '020100'],
    ['nothing', '', '020100'],
    ['a small one', '7f', '02017f'],
    ['one that would read as negative', '80', '02020080'],
    ['one with a needless zero, which readers refuse', '0001', '020101'],
    ['one with a needed zero', '0080', '02020080'],
    ['one with many zeros', '000000ff01', '020300ff01'],
  ])('is an integer: %s', (_case, bytes, expected) => {
    expect(integer(Buffer.from(bytes, 'hex')).toString('hex')).toBe(expected);
  });

  it('is an object identifier', () => {
    expect(oid('1.2.840.113549.1.1.11').toString('hex')).toBe('06092a864886f70d01010b');
  });

  it.each([
    [127, '307f'],
    [128, '308180'],
    [256, '30820100'],
  ])('has a length of %i', (length, head) => {
    expect(sequence(Buffer.alloc(length)).toString('hex').startsWith(head)).toBe(true);
  });
});
