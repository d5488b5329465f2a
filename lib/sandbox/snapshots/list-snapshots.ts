import { schemaVersion } from '#db/contents.ts';
import type { Controls } from '../open-controls.ts';
import type { Snapshot } from './model.ts';
import { selectSnapshots } from './store.ts';

/** Lists the snapshots by name. */
export async function listSnapshots({ db }: Controls): Promise<readonly Snapshot[]> {
  const current = schemaVersion();
  return (await selectSnapshots(db)).map(({ schema, clock, ...told }) => ({
    ...told,
    isRestorable: schema === current,
  }));
}
