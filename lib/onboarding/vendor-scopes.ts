import type { Transaction } from '#db/open.ts';
import { storeScopeAccess } from '../maskinporten/scopes/store-scope-access.ts';
import { VENDOR_SCOPES } from './model.ts';

/** Opens or closes the vendor scopes for an organisation inside the caller's transaction. */
export async function setVendorScopes(
  tx: Transaction,
  access: { readonly orgNo: string; readonly state: 'APPROVED' | 'DENIED'; readonly at: Date },
): Promise<void> {
  for (const scope of VENDOR_SCOPES) {
    await storeScopeAccess(tx, { scope, consumerOrgNo: access.orgNo, state: access.state, at: access.at });
  }
}
