import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStrictJson } from './strict-json.ts';

const parse = (text: string) => parseStrictJson(Buffer.from(text));

describe('strict JSON', () => {
  it('reads what JSON.parse reads, for any object without ambiguity', () => {
    const json = fc.jsonValue({ depthSize: 'small', maxDepth: 10, stringUnit: 'grapheme' });
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), json), (value) => {
        const text = JSON.stringify(value);
        expect(parse(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.string().map(Buffer.from)), (bytes) => {
        expect(() => parseStrictJson(bytes)).not.toThrow();
      }),
    );
  });

  it('refuses a member that is there twice, at any depth and however it is written', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.integer({ min: 0, max: 5 }), (name, depth) => {
        const key = JSON.stringify(name);
        const escaped = `"${[...name].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"`;
        const object = `${'{"a":'.repeat(depth)}{${key}:1,${escaped}:2}${'}'.repeat(depth)}`;
        expect(parse(object)).toBeUndefined();
      }),
    );
  });

  it.each(['[]', 'null', '1', '"x"', '', '{', '{}x', "{'a':1}", '{"a":"\\ud800"}', '\ufeff{}', '{"a":1,}'])(
    'refuses %j',
    (text) => {
      expect(parse(text)).toBeUndefined();
    },
  );

  it('tells members of different objects apart, and values from names', () => {
    expect(parse('{"a":{"b":1},"c":[{"b":1},{"b":"a"}],"b":"b"}')).toEqual({
      a: { b: 1 },
      c: [{ b: 1 }, { b: 'a' }],
      b: 'b',
    });
  });
});
