import type { Db } from '#db/open.ts';
import { type ClockSetting, machineNow } from '../context/clock.ts';
import { readWorld } from '../context/world.ts';
import { traceLostUntil } from '../maskinporten/grant/used-grants.ts';
import type { Controls } from './open-controls.ts';

/** How the clock of a sandbox stands. */
export type ClockReading = {
  readonly now: Date;
  readonly isFrozen: boolean;
  /** How far ahead of the machine's clock, in milliseconds. */
  readonly offsetMs: number;
  /** The clock cannot be set before; `undefined` when it can be set anywhere. */
  readonly earliest: Date | undefined;
};

/** Reads the clock as the database has it, which this process may be about to learn. */
export async function readClock({ db }: Controls): Promise<ClockReading> {
  return toReading(db, await readWorld(db));
}

/** Says what a clock shows at this moment. */
export async function toReading(db: Db, { offsetMs, frozenAt }: ClockSetting): Promise<ClockReading> {
  const machine = machineNow().getTime();
  const now = frozenAt ?? machine + offsetMs;
  const isFrozen = frozenAt !== undefined;
  return { now: new Date(now), isFrozen, offsetMs: now - machine, earliest: await traceLostUntil(db) };
}
