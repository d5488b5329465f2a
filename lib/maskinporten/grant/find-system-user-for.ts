import type { Context } from '../../context/context.ts';
import { lookupSystemUser } from '../../systemusers/lookup-system-user.ts';
import type { SystemUser } from '../../systemusers/model.ts';
import type { AuthenticatedClient } from '../assertion/authenticate-client.ts';
import { refusal } from '../problems.ts';
import type { SystemUserDetails } from './authorization-details.ts';
import { explainMissing } from './explain-missing.ts';

/**
 * Finds the system user that a grant speaks for, in the registers themselves: live, of this client's system and vendor,
 * at that customer, under that reference.
 * @throws OAuthError MP-303 with the reason, as far as it is the caller's to know.
 * @see `maskinporten.md` §10.3, §10.4
 */
export async function findSystemUserFor(
  context: Pick<Context, 'db' | 'now'>,
  client: AuthenticatedClient,
  asked: SystemUserDetails,
): Promise<SystemUser> {
  const query = {
    clientId: client.clientId,
    vendorOrgNo: client.orgNo,
    ownerOrgNo: asked.orgNo,
    externalRef: asked.externalRef,
  };
  const found = await lookupSystemUser(context.db, query);
  if (found) return found;
  throw refusal('MP-303', await explainMissing(context, query), { error: 'invalid_altinn_customer_configuration' });
}
