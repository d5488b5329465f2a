import { and, eq, sql } from 'drizzle-orm';
import type { Db, Transaction } from '#db/open.ts';
import { BareError, statusProblem } from '../../kernel/errors.ts';
import { type AccessList, type AccessListConnection, type Conditions, judgeConditions, validatorsOf } from './model.ts';
import type { ListOwner } from './owner.ts';

type Row = Omit<AccessList, 'ownerOrgNo'>;

/** Completes a row by its owner's number. */
export function toAccessList(row: Row, owner: ListOwner): AccessList {
  return { ...row, ownerOrgNo: owner.orgNo };
}

/** A connection without what only the table needs. */
export function toConnection(
  row: Omit<AccessListConnection, 'actionFilters'> & { readonly actionFilters: readonly string[] | null },
): AccessListConnection {
  const { resourceId, createdAt, updatedAt } = row;
  return { resourceId, actionFilters: row.actionFilters ?? [], createdAt, updatedAt };
}

/** Finds a list of an owner. */
async function findList(db: Db, owner: ListOwner, identifier: string): Promise<AccessList | undefined> {
  const [row] = await selectList(db, owner, identifier);
  return row && toAccessList(row, owner);
}

/**
 * Reads a list for a look, under the caller's conditions.
 * @throws ProblemError 404 · BareError 304 or 412
 */
export async function readList(
  db: Db,
  owner: ListOwner,
  input: { readonly identifier: string; readonly conditions: Conditions },
): Promise<AccessList> {
  const list = await findList(db, owner, input.identifier);
  if (!list) throw statusProblem(404);
  const verdict = judgeConditions(input.conditions, list);
  if (verdict === 'no-match') throw new BareError(412);
  if (verdict === 'match-unwanted') throw new BareError(304, '', validatorsOf(list));
  return list;
}

/**
 * Reads a list to change it, locked to the end of the transaction.
 * @returns `undefined` when there is none and the conditions allow it
 * @throws BareError 412
 */
export async function lockList(
  tx: Transaction,
  owner: ListOwner,
  input: { readonly identifier: string; readonly conditions: Conditions },
): Promise<AccessList | undefined> {
  const [row] = await tx.locked(selectList(tx, owner, input.identifier));
  if (judgeConditions(input.conditions, row) !== 'fine') throw new BareError(412);
  return row && toAccessList(row, owner);
}

/** Counts a change of a locked list. */
export async function touchList(tx: Transaction, list: AccessList, at: Date): Promise<AccessList> {
  const { accessLists } = tx.tables;
  const version = list.version + 1;
  await tx
    .update(accessLists)
    .set({ version: sql`${accessLists.version} + 1`, updatedAt: at })
    .where(eq(accessLists.id, list.id));
  return { ...list, version, updatedAt: at };
}

function selectList(db: Db, owner: ListOwner, identifier: string) {
  const { accessLists } = db.tables;
  return db
    .select()
    .from(accessLists)
    .where(and(eq(accessLists.owner, owner.orgCode), eq(accessLists.identifier, identifier)));
}
