import type { Db, Transaction } from '#db/open.ts';
import type { ScopeDelegation } from './model.ts';
import { insertDelegation, selectDelegations } from './store.ts';

/** Which of the scopes the consumer has delegated to the supplier now; never cached. */
export async function scopesDelegated(
  db: Db,
  pair: { readonly consumerOrgNo: string; readonly supplierOrgNo: string; readonly scopes: readonly string[] },
): Promise<ReadonlySet<string>> {
  const rows = await selectDelegations(db, pair);
  return new Set(rows.map((row) => row.scope));
}

/** Adds a delegation inside the caller's transaction. @returns `false` when it was there before. */
export function storeScopeDelegation(
  tx: Transaction,
  delegation: Omit<ScopeDelegation, 'createdAt'> & { readonly at: Date; readonly givenByName: string | undefined },
): Promise<boolean> {
  const { at, ...rest } = delegation;
  return insertDelegation(tx, { ...rest, createdAt: at });
}
