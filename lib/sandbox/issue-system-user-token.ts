import { randomUUID } from 'node:crypto';
import { toIso6523 } from '../kernel/brands.ts';
import { bindingProblem } from '../kernel/errors.ts';
import { SYSTEM_USER_DETAILS } from '../maskinporten/model.ts';
import { findSystem } from '../register/find-system.ts';
import { findSystemUser } from '../systemusers/find-system-user.ts';
import { DEFAULT_ORG_NO, type GeneratedTokens, signGenerated } from './generated-token.ts';
import type { Sandbox } from './open-sandbox.ts';
import type { SystemUserQuery } from './schema.ts';

const DEFAULT_SCOPES = 'altinn:enduser';

/**
 * Issues a system user's token. Owner, vendor, system and client are completed from the system user, when there is one;
 * an ended or unknown one is minted as asked, so that its refusal can be tested.
 * @throws ProblemError 400 for a bulk, since a token is for one system user.
 */
export async function issueSystemUserToken(sandbox: Sandbox, query: SystemUserQuery): Promise<GeneratedTokens> {
  if (query.bulkCount > 0) throw bindingProblem({ bulkCount: ['A system user token is issued one at a time.'] });
  const user = await findSystemUser(sandbox.db, query.systemUserId);
  const system = user && (await findSystem(sandbox.db, { internalId: user.systemInternalId }));
  const vendorOrgNo = query.orgNo ?? user?.vendorOrgNo ?? DEFAULT_ORG_NO;
  const claims = {
    scope: query.scopes ?? DEFAULT_SCOPES,
    client_id: query.clientId ?? system?.clientIds[0] ?? randomUUID(),
    consumer: toIso6523(vendorOrgNo),
    ...(query.supplierOrgNo === undefined ? {} : { supplier: toIso6523(query.supplierOrgNo) }),
    authorization_details: [
      {
        type: SYSTEM_USER_DETAILS,
        systemuser_id: [query.systemUserId],
        systemuser_org: toIso6523(query.systemUserOrg ?? user?.partyOrgNo ?? DEFAULT_ORG_NO),
        system_id: user?.systemId ?? '',
      },
    ],
    'urn:altinn:orgNumber': vendorOrgNo,
    'urn:altinn:authenticatemethod': 'maskinporten',
    'urn:altinn:authlevel': 3,
  };
  return signGenerated(sandbox, claims, query.ttl);
}
