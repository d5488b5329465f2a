import { z } from 'zod';
import { parseDuration } from './clock-change.ts';

/** Beyond these no certificate, token or calendar means anything. */
const FIRST_MS = Date.UTC(2000, 0, 1);
const LAST_MS = Date.UTC(2100, 0, 1);
/** A century, in seconds. */
const ADVANCE_MAX_SECONDS = 3_155_760_000;

const instant = z.iso
  .datetime({ offset: true, error: 'must be a time such as 2027-03-01T08:00:00Z' })
  .refine((text) => isPossibleTime(new Date(text)), 'must lie between 2000 and 2100')
  .transform((text) => new Date(text));

const duration = z
  .union([
    z.number().min(-ADVANCE_MAX_SECONDS).max(ADVANCE_MAX_SECONDS),
    z.string().refine((text) => parseDuration(text) !== undefined),
  ])
  .transform((value) => (typeof value === 'number' ? Math.round(value * 1000) : (parseDuration(value) ?? 0)));

/** Whether a clock of a sandbox can show the time. */
export function isPossibleTime(at: Date): boolean {
  return at.getTime() >= FIRST_MS && at.getTime() < LAST_MS;
}

/** Body of `PUT` and `POST /_sandbox/clock`. */
export const clockChangeDto = z
  .strictObject({
    now: instant.optional().describe('the time to set, ISO 8601 with a zone'),
    advance: duration
      .optional()
      .describe('how much later: seconds, or an ISO 8601 duration such as PT1H; negative is earlier'),
    frozen: z.boolean().optional().describe('whether the clock stands still'),
  })
  .refine(({ now, advance }) => now === undefined || advance === undefined, 'Give now or advance, not both.')
  .transform(({ now, advance, frozen }) => ({ now, advanceMs: advance, frozen }));

/** What every call to `/_sandbox/clock` answers. */
export const clockDto = z.strictObject({
  now: z.iso.datetime(),
  frozen: z.boolean(),
  offsetSeconds: z.number().describe('how far ahead of the machine’s clock'),
  earliest: z.iso.datetime().nullable().describe('the clock cannot be set before; null when it can be set anywhere'),
});

/** What `POST /_sandbox/reset` answers. */
export const resetDto = z.strictObject({
  now: z.iso.datetime().describe('the time at which the story of the sandbox was told anew'),
  durationMs: z.int(),
});
