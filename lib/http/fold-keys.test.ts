import { expect, it } from 'vitest';
import { z } from 'zod';
import { foldKeys } from './fold-keys.ts';

it('renames members that differ by case, also inside lists and maps, and keeps the keys of maps', () => {
  const item = z.object({ optional: z.boolean() });
  const schema = z.object({ items: z.array(item).nullish(), byName: z.record(z.string(), item) });
  const sent = { Items: [{ OPTIONAL: true }], BYNAME: { Tid: { Optional: true }, TID: { optional: false } } };
  expect(foldKeys(schema, sent)).toEqual({
    items: [{ optional: true }],
    byName: { Tid: { optional: true }, TID: { optional: false } },
  });
  expect(foldKeys(schema, { byName: null, Other: [1] })).toEqual({ byName: null, Other: [1] });
});
