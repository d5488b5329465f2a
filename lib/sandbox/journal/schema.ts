import { z } from 'zod';
import type { PageOf } from '../../kernel/pages.ts';
import { type ListedCall, OUTCOMES, outcomeOf } from './model.ts';

/** What narrows the journal, as it comes. */
export const journalQuery = z.object({
  client: z.string().optional(),
  path: z.string().optional(),
  status: z
    .string()
    .regex(/^[1-5][0-9]{2}$/, 'must be a status')
    .transform(Number)
    .optional(),
  outcome: z.enum(OUTCOMES).optional(),
  trace: z.string().optional(),
  after: z.string().optional(),
});

const callDto = z.strictObject({
  id: z.int(),
  at: z.iso.datetime(),
  method: z.string(),
  path: z.string(),
  outcome: z.enum(OUTCOMES),
  status: z.int().optional().describe('absent when no answer was sent'),
  code: z.string().optional(),
  description: z.string().optional(),
  clientId: z.string().optional().describe('in a token request as the assertion claims it'),
  orgNo: z.string().optional(),
  traceId: z.string(),
  durationMs: z.int(),
  scenario: z.string().optional(),
});

/** A page of the journal on the wire. */
export const journalDto = z.strictObject({
  calls: z.array(callDto),
  total: z.int(),
  next: z.string().optional().describe('goes back in as `after`; absent on the last page'),
});

/** Writes a page of the journal for the wire. */
export function toJournalDto({ rows, total, next }: PageOf<ListedCall>) {
  return {
    calls: rows.map((call) => ({ ...call, at: call.at.toISOString(), outcome: outcomeOf(call) })),
    total,
    next,
  };
}
