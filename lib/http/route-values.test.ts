import { describe, expect, it } from 'vitest';
import { readUuid } from './route-values.ts';

const ID = '7ad0aefc-d479-4f2c-9c3d-0a1b2c3d4e5f';

describe('a UUID in a path or a query', () => {
  it.each([ID, ID.toUpperCase(), ID.replaceAll('-', ''), `{${ID}}`, `(${ID})`])('is read from %s', (text) => {
    expect(readUuid('id', text)).toBe(ID);
  });

  it.each(['', 'x', `{${ID})`, `{${ID.replaceAll('-', '')}}`, `${ID}0`, ID.replace('-', '')])(
    'is not in %j',
    (text) => {
      expect(() => readUuid('id', text)).toThrow(expect.objectContaining({ status: 400 }));
    },
  );
});
