import type { ClockSetting } from '../context/clock.ts';

/** What is asked of the clock: a time, or so many milliseconds more; and whether it stands still. */
export type ClockChange = {
  readonly now?: Date | undefined;
  readonly advanceMs?: number | undefined;
  readonly frozen?: boolean | undefined;
};

/** Sets a clock as asked; a clock that stands goes on standing unless that is asked too. */
export function changeClock(before: ClockSetting, change: ClockChange, machine: Date): ClockSetting {
  const start = before.frozenAt ?? machine.getTime() + before.offsetMs;
  const at = change.now?.getTime() ?? start + (change.advanceMs ?? 0);
  const isFrozen = change.frozen ?? before.frozenAt !== undefined;
  return { offsetMs: at - machine.getTime(), ...(isFrozen ? { frozenAt: at } : {}) };
}

const DURATION = /^(-)?P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,3})?)S)?)?$/;
const UNITS_MS = [604_800_000, 86_400_000, 3_600_000, 60_000, 1000];

/**
 * Parses a duration such as `PT1H30M` or `-P7D`, in milliseconds. Years and months have no fixed length and are not read.
 * @see ISO 8601-2:2019 §4.4.1.9 for the sign
 */
export function parseDuration(text: string): number | undefined {
  const [, sign, ...parts] = DURATION.exec(text) ?? [];
  if (parts.length === 0) return undefined;
  const total = parts.reduce((sum, part, index) => sum + Number(part ?? 0) * (UNITS_MS[index] ?? 0), 0);
  return sign ? -total : total;
}
