import { type ClockSetting, machineNow } from '../context/clock.ts';
import { changeWorld, enterWorld } from '../context/world.ts';
import { log } from '../http/log.ts';
import { traceLostUntil } from '../maskinporten/grant/used-grants.ts';
import { type ClockChange, changeClock } from './clock-change.ts';
import { isPossibleTime } from './clock-schema.ts';
import type { Controls } from './open-controls.ts';
import { clockOutOfRange, clockTooEarly } from './problems.ts';
import { type ClockReading, toReading } from './read-clock.ts';

/**
 * Sets, moves, stops or starts the clock of the sandbox: here at once, in its other processes within a second.
 * @throws ProblemError SBX-00001 for a time whose used grants have been forgotten · SBX-00002 for one that no clock shows
 */
export async function moveClock({ db }: Controls, change: ClockChange): Promise<ClockReading> {
  const earliest = await traceLostUntil(db);
  return move(db, (before) => {
    const after = changeClock(before, change, machineNow());
    const at = new Date(timeOf(after));
    if (!isPossibleTime(at)) throw clockOutOfRange();
    if (earliest && at < earliest && timeOf(after) < timeOf(before)) throw clockTooEarly(earliest);
    return after;
  });
}

/** Gives the sandbox the machine's time back. */
export async function releaseClock({ db }: Controls): Promise<ClockReading> {
  return move(db, () => ({ offsetMs: 0 }));
}

async function move(db: Controls['db'], change: (before: ClockSetting) => ClockSetting): Promise<ClockReading> {
  let movedBackMs = 0;
  const world = await db.transaction((tx) =>
    changeWorld(tx, (before) => {
      const after = change(before);
      movedBackMs = timeOf(before) - timeOf(after);
      return after;
    }),
  );
  enterWorld(db, world);
  if (movedBackMs > 0) log().warn({ seconds: Math.round(movedBackMs / 1000) }, 'clock set back');
  return toReading(db, world);
}

function timeOf({ offsetMs, frozenAt }: ClockSetting): number {
  return frozenAt ?? machineNow().getTime() + offsetMs;
}
