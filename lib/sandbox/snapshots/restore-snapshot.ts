import { schemaVersion, unpackContents } from '#db/contents.ts';
import { refillSandbox } from '#db/seed/sandbox.ts';
import { machineNow, now } from '../../context/clock.ts';
import { changeWorld, enterWorld, type World } from '../../context/world.ts';
import { traceLostUntil } from '../../maskinporten/grant/used-grants.ts';
import type { Controls } from '../open-controls.ts';
import { snapshotNotFound, snapshotOfAnotherSchema } from '../problems.ts';
import { clockNotBefore } from './model.ts';
import { findSnapshot } from './store.ts';

/** What the sandbox's clock shows after a restore, and how long that took. */
export type Restore = { readonly now: Date; readonly durationMs: number };

/**
 * Puts the sandbox back to where it was when a snapshot was taken, whole or not at all: data and clock. Everybody is logged
 * out. What a reset keeps stays here too, and so do the snapshots. It takes turns with resets and other restores.
 * @throws ProblemError SBX-00003 · SBX-00005 for one of another schema
 */
export async function restoreSnapshot({ db }: Controls, name: string): Promise<Restore> {
  const began = performance.now();
  const snapshot = await findSnapshot(db, name);
  if (!snapshot) throw snapshotNotFound();
  if (snapshot.schema !== schemaVersion()) throw snapshotOfAnotherSchema(snapshot.schema, schemaVersion());
  const contents = await unpackContents(db, snapshot.contents);
  let world: World | undefined;
  await refillSandbox(db, contents, async (tx) => {
    const earliest = await traceLostUntil(tx);
    const clock = clockNotBefore(snapshot.clock, earliest, machineNow());
    world = await changeWorld(tx, () => ({ ...clock, isNewEra: true }));
    return new Date(clock.frozenAt ?? machineNow().getTime() + clock.offsetMs);
  });
  if (world) enterWorld(db, world);
  return { now: now(), durationMs: Math.round(performance.now() - began) };
}
