import { countRows, packContents, readContents, schemaVersion } from '#db/contents.ts';
import { now } from '../../context/clock.ts';
import { readWorld } from '../../context/world.ts';
import type { Controls } from '../open-controls.ts';
import { tooManySnapshots, tooMuchForSnapshot } from '../problems.ts';
import { SNAPSHOT_ROWS_MAX, SNAPSHOTS_MAX, type Snapshot } from './model.ts';
import { keepSnapshot, selectSnapshots } from './store.ts';

/**
 * Takes a snapshot of the whole sandbox at one instant, in the place of one of the same name; writers wait while it is read.
 * @throws ProblemError SBX-00004 beside so many others · SBX-00006 for more rows than one holds
 */
export async function takeSnapshot({ db }: Controls, name: string): Promise<Snapshot> {
  const others = (await selectSnapshots(db)).filter((snapshot) => snapshot.name !== name);
  if (others.length >= SNAPSHOTS_MAX) throw tooManySnapshots(SNAPSHOTS_MAX);
  const { contents, clock, takenAt } = await db.transaction(async (tx) => {
    const read = await readContents(tx, SNAPSHOT_ROWS_MAX);
    const { offsetMs, frozenAt } = await readWorld(tx);
    return { contents: read, clock: { offsetMs, frozenAt }, takenAt: now() };
  });
  if (contents === undefined) throw tooMuchForSnapshot(SNAPSHOT_ROWS_MAX);
  const packed = await packContents(contents);
  const told = { name, takenAt, rowCount: countRows(contents), size: packed.length };
  const row = { ...told, schema: schemaVersion(), clock, contents: packed };
  const isKept = await db.transaction((tx) => keepSnapshot(tx, row, SNAPSHOTS_MAX));
  if (!isKept) throw tooManySnapshots(SNAPSHOTS_MAX);
  return { ...told, isRestorable: true };
}
