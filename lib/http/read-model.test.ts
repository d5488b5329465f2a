import { expect, it } from 'vitest';
import { z } from 'zod';
import { problemResponse } from './problem-response.ts';
import { readModel } from './read-model.ts';

it('names a place in a list in one way, whatever is wrong there', async () => {
  const list = z.object({ rights: z.array(z.object({ value: z.string().max(1) })) });
  const keysFor = async (rights: unknown) => {
    const request = new Request('http://localhost/', { method: 'POST', body: JSON.stringify({ rights }) });
    const refusal = await readModel(request, list, 'body').catch(problemResponse);
    return Object.keys(JSON.parse((refusal as { body: string }).body).errors);
  };
  expect(await keysFor([{ value: 'a' }, { value: 1 }])).toContain('$.rights[1].value');
  expect(await keysFor([{ value: 'a' }, { value: 'ab' }])).toEqual(['$.rights[1].value']);
  expect(await keysFor([null])).toEqual(['$.rights[0]']);
});
