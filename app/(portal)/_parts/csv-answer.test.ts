import { describe, expect, it } from 'vitest';
import { forbidden } from '#lib/kernel/errors.ts';
import { csvAnswer } from './csv-answer.ts';

const COLUMNS = [{ head: 'number', cell: String }];
const linesOf = async (answer: Response) => (await answer.text()).trimEnd().split('\r\n');

describe('a list as a file', () => {
  it('holds everything, however long it is', async () => {
    const answer = await csvAnswer('all', COLUMNS, async (from: number = 0) => ({
      items: Array.from({ length: 1000 }, (_, index) => from + index),
      next: from < 24_000 ? from + 1000 : undefined,
    }));
    const lines = await linesOf(answer);
    expect(lines).toEqual(['"number"', ...Array.from({ length: 25_000 }, (_, number) => `"${number}"`)]);
  });

  it('is the refusal when the first part is refused', async () => {
    const refuse = async () => {
      throw forbidden();
    };
    expect((await csvAnswer('none', COLUMNS, refuse)).status).toBe(403);
  });

  it('breaks when a later part fails, so that a part never passes for the whole', async () => {
    const answer = await csvAnswer('half', COLUMNS, async (from?: number) => {
      if (from !== undefined) throw forbidden();
      return { items: [1], next: 1 };
    });
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow();
  });

  it('reads no further than is taken', async () => {
    const read: number[] = [];
    const answer = await csvAnswer('endless', COLUMNS, async (from: number = 0) => {
      read.push(from);
      return { items: [from], next: from + 1 };
    });
    const reader = answer.body?.getReader();
    for (let taken = 0; taken < 3; taken += 1) await reader?.read();
    await reader?.cancel();
    // One part may be on its way.
    expect(read.length).toBeLessThanOrEqual(2);
  });
});
