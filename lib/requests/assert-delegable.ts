import type { Db } from '#db/open.ts';
import { checkDelegation } from '../authorization/delegation-check.ts';
import type { DelegationRefusal } from '../authorization/model.ts';
import type { PersonActor } from '../context/context.ts';
import { type AuthCode, authProblem } from '../kernel/auth-problems.ts';
import type { DelegatedRight } from '../systemusers/model.ts';

/** Which problem stands for which refusal of the delegation check; anything else is AUTH-00014. */
const CODES: Readonly<Partial<Record<DelegationRefusal, AuthCode>>> = {
  MissingRoleAccess: 'AUTH-00016',
  MissingDelegationAccess: 'AUTH-00018',
  MissingSrrRightAccess: 'AUTH-00019',
  InsufficientAuthenticationLevel: 'AUTH-00020',
  MissingPackageAccess: 'AUTH-00068',
  AccessListValidationFail: 'AUTH-00069',
  ResourceNotDelegable: 'AUTH-00070',
  ResourceIsMaskinPortenSchema: 'AUTH-00071',
};

/**
 * Narrows what is asked for to what the person can give: of each resource the actions that may be passed on, at least
 * one; of the packages all or nothing.
 * @throws ProblemError AUTH-00014, 16, 18–20, 68–71 for the first resource that cannot be given; AUTH-00053.
 * @see altinn-api.md §17.4
 */
export async function assertDelegable(
  db: Db,
  actor: PersonActor,
  orgUuid: string,
  wanted: { readonly resourceIds: readonly string[]; readonly packageUrns: readonly string[] },
): Promise<readonly DelegatedRight[]> {
  const check = await checkDelegation(db, actor, orgUuid, {
    resourceIds: [...new Set(wanted.resourceIds)],
    packageUrns: [...new Set(wanted.packageUrns)],
  });
  const refused = check.resources.find((resource) => resource.actions.length === 0);
  if (refused) throw authProblem((refused.reason && CODES[refused.reason]) ?? 'AUTH-00014');
  if (check.packages.some((found) => !found.delegable)) throw authProblem('AUTH-00053');
  return check.resources.map(({ resourceId, actions }) => ({ resourceId, actions }));
}
