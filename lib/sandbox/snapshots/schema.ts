import { z } from 'zod';
import { GIVEN_NAME } from '../given-name.ts';
import type { Snapshot } from './model.ts';

/** The part of the address that names a snapshot. */
export const snapshotParams = z.strictObject({
  name: z.string().regex(GIVEN_NAME, 'must be 1 to 63 of a-z, 0-9 and hyphens, not beginning with a hyphen'),
});

/** A snapshot on the wire. */
export const snapshotDto = z.strictObject({
  name: z.string(),
  takenAt: z.iso.datetime().describe('by the clock of the sandbox'),
  rows: z.int(),
  size: z.int().describe('as it is kept, in bytes'),
  restorable: z.boolean().describe('false for one that an earlier version has taken'),
});

/** All of them. */
export const snapshotListDto = z.strictObject({ snapshots: z.array(snapshotDto) });

/** What a restore answers. */
export const restoreDto = z.strictObject({
  name: z.string(),
  now: z.iso.datetime().describe('the time of the sandbox from here on'),
  durationMs: z.int(),
});

/** Writes a snapshot for the wire. */
export function toSnapshotDto({ name, takenAt, rowCount, size, isRestorable }: Snapshot) {
  return { name, takenAt: takenAt.toISOString(), rows: rowCount, size, restorable: isRestorable };
}
