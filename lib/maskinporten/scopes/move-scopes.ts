import type { Transaction } from '#db/open.ts';
import { updateOwner } from './store.ts';

/** Lets the scopes below a prefix follow it to its new owner, inside the caller's transaction. */
export function moveScopes(tx: Transaction, prefix: string, ownerOrgNo: string, at: Date): Promise<void> {
  return updateOwner(tx, prefix, ownerOrgNo, at);
}
