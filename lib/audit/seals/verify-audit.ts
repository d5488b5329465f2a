import type { Db } from '#db/open.ts';
import { digestRow, digestSeal } from './chain.ts';
import { findLastSeal, findSeal, listRowsBetween, type Seal } from './store.ts';

/** What a look through the sealed trail has found; `head` is worth keeping elsewhere, since it shows a trail cut short. */
export type AuditVerdict = {
  readonly sealedRows: number;
  readonly head: string;
  /** Empty when all is as it was written. */
  readonly findings: readonly string[];
};

/** Compares every sealed row with its seal and every seal with the one before. Rows too young for a seal are not looked at. */
export async function verifyAudit(db: Db): Promise<AuditVerdict> {
  const findings: string[] = [];
  let sealedRows = 0;
  let head = '';
  let lastId = 0;
  const count = (await findLastSeal(db))?.number ?? 0;
  for (let number = 1; number <= count; number += 1) {
    const seal = await findSeal(db, number);
    if (!seal) {
      findings.push(`Seal ${number} is missing.`);
      continue;
    }
    if (seal.head !== digestSeal(head, seal)) findings.push(`Seal ${number} was changed, or a seal before it.`);
    findings.push(...(await findChanges(db, seal, lastId + 1)));
    sealedRows += seal.rows.length;
    head = seal.head;
    lastId = seal.rows.at(-1)?.[0] ?? lastId;
  }
  return { sealedRows, head, findings };
}

async function findChanges(db: Db, seal: Seal, firstId: number): Promise<readonly string[]> {
  const sealed = new Map(seal.rows);
  const found = await listRowsBetween(db, firstId, seal.rows.at(-1)?.[0] ?? 0);
  const changes = found.flatMap((row) => {
    const digest = sealed.get(row.id);
    sealed.delete(row.id);
    if (digest === undefined) return [`Row ${row.id} was added afterwards.`];
    return digest === digestRow(row) ? [] : [`Row ${row.id} was changed.`];
  });
  return [...changes, ...[...sealed.keys()].map((id) => `Row ${id} was removed.`)];
}
