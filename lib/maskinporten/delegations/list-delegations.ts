import type { Context } from '../../context/context.ts';
import { assertOwnTechnical } from '../../parties/authority.ts';
import { READ_CLIENTS } from '../administration/authority.ts';
import { assertMayDelegate } from './authority.ts';
import type { ScopeDelegation } from './model.ts';
import { selectDelegations } from './store.ts';

/** Lists what an organisation has delegated to suppliers. @throws BareError 401, 403 */
export async function listOfferedDelegations(
  context: Context,
  input: { readonly consumerOrgNo: string },
): Promise<readonly ScopeDelegation[]> {
  await assertMayDelegate(context, input.consumerOrgNo);
  return selectDelegations(context.db, { consumerOrgNo: input.consumerOrgNo });
}

/** Lists what consumers have delegated to a supplier. @throws BareError 401, 403 */
export async function listReceivedDelegations(
  context: Context,
  input: { readonly supplierOrgNo: string },
): Promise<readonly ScopeDelegation[]> {
  await assertOwnTechnical(context, input.supplierOrgNo, ...READ_CLIENTS);
  return selectDelegations(context.db, { supplierOrgNo: input.supplierOrgNo });
}
