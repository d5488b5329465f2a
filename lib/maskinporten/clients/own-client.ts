import type { Context } from '../../context/context.ts';
import { assertOwnTechnical } from '../../parties/authority.ts';
import { actingOrgNo, assertCaller, withoutSupply } from '../administration/authority.ts';
import { administrationProblem } from '../administration/problems.ts';
import { findClient } from './find-client.ts';
import type { Client } from './model.ts';

/**
 * The client, when the caller's organisation owns or supplies it.
 * @throws BareError 401, 403 for somebody else's · ProblemError 404 `client_not_found`
 */
export async function assertOwnClient(context: Context, clientId: string, scopes: readonly string[]): Promise<Client> {
  assertCaller(context, scopes);
  const client = await findClient(context.db, clientId);
  if (!client) throw administrationProblem('client_not_found');
  const acting = actingOrgNo(context);
  const isSupplier = acting !== undefined && acting === client.supplierOrgNo;
  await assertOwnTechnical(
    context,
    isSupplier ? acting : client.orgNo,
    ...(isSupplier ? scopes : withoutSupply(scopes)),
  );
  return client;
}
