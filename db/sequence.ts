import { sql } from 'drizzle-orm';
import type { Transaction } from './open.ts';

/**
 * Takes the next number of a named counter, from 1. The counter's row stays locked until the transaction ends, so numbers
 * become visible in their own order: a reader that has seen 7 will never find a 6 it missed.
 */
export async function nextSequence(tx: Transaction, name: string): Promise<number> {
  const { sequences } = tx.tables;
  const [row] = await tx
    .insert(sequences)
    .values({ name, value: 1 })
    .onConflictDoUpdate({ target: sequences.name, set: { value: sql`${sequences.value} + 1` } })
    .returning();
  if (!row) throw new Error(`The counter ${name} gave no number.`);
  return row.value;
}
