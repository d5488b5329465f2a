import type { Db, Transaction } from '#db/open.ts';
import type { ScopePrefix } from './model.ts';
import { insertPrefix, selectPrefixes, selectPrefixForUpdate } from './store.ts';

/** Finds a prefix by name, whether in use or not, and holds it until the transaction ends, so that it does not move. */
export function lockPrefix(tx: Transaction, prefix: string): Promise<ScopePrefix | undefined> {
  return selectPrefixForUpdate(tx, prefix);
}

/** The prefixes in use that an organisation owns, in alphabetical order; a token's `consumer_prefix` lists them. */
export async function prefixesOf(db: Db, orgNo: string): Promise<readonly string[]> {
  const prefixes = await selectPrefixes(db, { ownerOrgNo: orgNo, active: true });
  return prefixes.map(({ prefix }) => prefix);
}

/** Assigns a prefix inside the caller's transaction. @returns `false` when it was assigned before, to whomever. */
export function storePrefix(
  tx: Transaction,
  details: { readonly prefix: string; readonly ownerOrgNo: string; readonly at: Date },
): Promise<boolean> {
  const { prefix, ownerOrgNo, at } = details;
  return insertPrefix(tx, { prefix, ownerOrgNo, active: true, createdAt: at, updatedAt: at });
}
