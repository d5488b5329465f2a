import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Db } from '#db/open.ts';
import { readWorld } from '../../context/world.ts';
import { digestRow, digestSeal } from './chain.ts';
import { findLastSeal, insertSeal, lastRowId, listRows } from './store.ts';

const ROWS_OF_A_SEAL = 100;
/** What is more than this waits for the next round, so that a long backlog never keeps the process from its callers. */
const SEALS_OF_A_ROUND = 100;

/**
 * Seals the audit trail link by link, so that a row changed, added or removed afterwards can be named. Works behind the
 * writers, who wait for nothing: each round seals what the round before had already seen, by when every transaction that
 * took a lower id has ended.
 * @returns one round of it, for a process to repeat
 */
export function sealer(db: Db): () => Promise<void> {
  let seen = 0;
  return async () => {
    const upTo = seen;
    seen = await lastRowId(db);
    for (let count = 0; count < SEALS_OF_A_ROUND && (await sealNext(db, upTo)); count += 1) await nextTurn();
  };
}

async function sealNext(db: Db, upTo: number): Promise<boolean> {
  const { era } = await readWorld(db);
  const last = await findLastSeal(db);
  const rows = await listRows(db, last?.rows.at(-1)?.[0] ?? 0, upTo, ROWS_OF_A_SEAL);
  if (rows.length === 0) return false;
  const link = { number: (last?.number ?? 0) + 1, rows: rows.map((row) => [row.id, digestRow(row)] as const) };
  const seal = { ...link, head: digestSeal(last?.head ?? '', link) };
  return db.transaction(async (tx) => {
    // A reset of the sandbox may have taken the rows away since they were read.
    await tx.holdTables([tx.tables.auditSeals]);
    return (await readWorld(tx)).era === era && insertSeal(tx, seal);
  });
}
