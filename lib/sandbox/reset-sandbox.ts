import { reseedSandbox } from '#db/seed/sandbox.ts';
import { machineNow } from '../context/clock.ts';
import { changeWorld, enterWorld, type World } from '../context/world.ts';
import type { Controls } from './open-controls.ts';

/** When the sandbox began anew, and how long that took. */
export type Reset = { readonly now: Date; readonly durationMs: number };

/**
 * Begins the sandbox anew, whole or not at all: all data is as at the first start, everybody is logged out, and the clock
 * is the machine's. Two at once take turns, also across processes. What stays: signing keys, the guests' keys, used grants
 * and counted calls.
 */
export async function resetSandbox({ db }: Controls): Promise<Reset> {
  const began = performance.now();
  const at = machineNow();
  let world: World | undefined;
  await reseedSandbox(db, async (tx) => {
    world = await changeWorld(tx, () => ({ offsetMs: 0, isNewEra: true }));
    return at;
  });
  if (world) enterWorld(db, world);
  return { now: at, durationMs: Math.round(performance.now() - began) };
}
