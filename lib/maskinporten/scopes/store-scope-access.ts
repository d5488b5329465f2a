import type { Transaction } from '#db/open.ts';
import { saveAccess } from './access-store.ts';
import type { ScopeAccess } from './model.ts';

/** Sets an organisation's access to a scope inside the caller's transaction; `APPROVED` unless said. Asks nobody. */
export function storeScopeAccess(
  tx: Transaction,
  access: {
    readonly scope: string;
    readonly consumerOrgNo: string;
    readonly state?: ScopeAccess['state'];
    readonly at: Date;
  },
): Promise<ScopeAccess> {
  const { scope, consumerOrgNo, at } = access;
  return saveAccess(tx, { scope, consumerOrgNo, state: access.state ?? 'APPROVED', createdAt: at, updatedAt: at });
}
