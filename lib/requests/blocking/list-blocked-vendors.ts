import type { Context } from '../../context/context.ts';
import { assertPowerAt, type PartyKey } from '../../parties/assert-power-at.ts';
import { findOrganisation } from '../../parties/find-party.ts';
import type { BlockedVendor } from './model.ts';
import { selectBlocks } from './store.ts';

/**
 * Lists the vendors from whom an organisation takes no more requests.
 * @throws BareError 401, 403 without access management there
 */
export async function listBlockedVendors(context: Context, party: PartyKey): Promise<readonly BlockedVendor[]> {
  const { organisation } = await assertPowerAt(context, party, 'access-management.read');
  const blocks = await selectBlocks(context.db, organisation.orgNo);
  return Promise.all(
    blocks.map(async ({ vendorOrgNo, blockedByName, blockedAt }) => {
      const vendor = await findOrganisation(context.db, vendorOrgNo);
      return { orgNo: vendorOrgNo, name: vendor?.name ?? vendorOrgNo, blockedByName, blockedAt };
    }),
  );
}
