import type { Controls } from '../open-controls.ts';
import { snapshotNotFound } from '../problems.ts';
import { removeSnapshot } from './store.ts';

/** Deletes a snapshot; the sandbox stays as it is. @throws ProblemError SBX-00003 */
export async function deleteSnapshot({ db }: Controls, name: string): Promise<void> {
  if (!(await removeSnapshot(db, name))) throw snapshotNotFound();
}
