import type { ClockSetting } from '../../context/clock.ts';

/** How many snapshots a sandbox keeps. */
export const SNAPSHOTS_MAX = 20;
/**
 * How many rows one holds. So many take PostgreSQL six seconds, in which others must wait to write, and a quarter of a
 * gigabyte of memory.
 */
export const SNAPSHOT_ROWS_MAX = 100_000;

/** What is told of a snapshot. */
export type Snapshot = {
  readonly name: string;
  /** By the clock of the sandbox. */
  readonly takenAt: Date;
  readonly rowCount: number;
  /** As it is kept, in bytes. */
  readonly size: number;
  /** Whether its rows fit the tables of this version. */
  readonly isRestorable: boolean;
};

/**
 * The clock as it stood, but never behind the time before which used grants are forgotten.
 * @param machine what the machine's clock says
 */
export function clockNotBefore(clock: ClockSetting, earliest: Date | undefined, machine: Date): ClockSetting {
  const at = clock.frozenAt ?? machine.getTime() + clock.offsetMs;
  if (earliest === undefined || at >= earliest.getTime()) return clock;
  const offsetMs = earliest.getTime() - machine.getTime();
  return clock.frozenAt === undefined ? { offsetMs } : { offsetMs, frozenAt: earliest.getTime() };
}
