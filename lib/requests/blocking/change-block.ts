import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context/context.ts';
import { statusProblem } from '../../kernel/errors.ts';
import { assertPowerAt, type PartyKey } from '../../parties/assert-power-at.ts';
import { findOrganisation } from '../../parties/find-party.ts';
import { deleteBlock, insertBlock } from './store.ts';

/** Which vendor, and the organisation that decides. */
export type BlockKey = { readonly party: PartyKey; readonly vendorOrgNo: string };

/**
 * Takes no more requests from a vendor. What waits already can still be answered, and system users stay.
 * @throws BareError 401, 403 without access management · ProblemError 404 for a vendor that the register does not know.
 */
export async function blockVendor(context: Context, key: BlockKey): Promise<void> {
  await change(context, key, 'vendor.blocked');
}

/** Takes requests from a vendor again. @throws as `blockVendor` */
export async function unblockVendor(context: Context, key: BlockKey): Promise<void> {
  await change(context, key, 'vendor.unblocked');
}

async function change(
  context: Context,
  { party, vendorOrgNo }: BlockKey,
  action: 'vendor.blocked' | 'vendor.unblocked',
): Promise<void> {
  await context.db.transaction(async (tx) => {
    const inside = { ...context, db: tx };
    const { actor, organisation } = await assertPowerAt(inside, party, 'access-management.write');
    if (!(await findOrganisation(tx, vendorOrgNo))) throw statusProblem(404);
    const pair = { partyOrgNo: organisation.orgNo, vendorOrgNo };
    const changed =
      action === 'vendor.blocked'
        ? await insertBlock(tx, pair, { name: actor.name, at: context.now })
        : await deleteBlock(tx, pair);
    if (!changed) return;
    await recordAudit(tx, inside, {
      action,
      subjectType: 'organisation',
      subjectId: vendorOrgNo,
      onBehalfOf: organisation.orgNo,
      partyOrgNo: organisation.orgNo,
      vendorOrgNo,
    });
  });
}
