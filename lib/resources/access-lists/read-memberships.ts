import { and, asc, eq } from 'drizzle-orm';
import { assertOrganisation, hasAnyScope } from '../../context/assert.ts';
import type { Context } from '../../context/context.ts';
import { forbidden, type ValidationError, validationProblem } from '../../kernel/errors.ts';
import { ACCESS_LIST_PDP, ACCESS_LIST_READ, ACCESS_LIST_WRITE, RESOURCE_ADMIN } from '../assert-owner.ts';
import { findResource } from '../find-resource.ts';
import { RESOURCE_ATTRIBUTE } from '../model.ts';
import { registryError, registryProblem } from '../problems.ts';
import { ownerOrgNoOf } from '../store-resource.ts';
import { findReferenced, parsePartyUrn } from './party-urn.ts';

/** That a party is on a list that opens a resource. */
export type Membership = {
  readonly partyUuid: string;
  readonly resourceId: string;
  readonly since: Date;
  readonly actionFilters: readonly string[];
};

/**
 * Tells a decision point by which lists a party reaches resources. Others may ask about their own resources only.
 * @param question URNs as the query has them; exactly one party, at most one resource
 * @throws BareError 401, 403 · ProblemError 400 RR.VLD-00003 … -00007, RR-00001
 */
export async function readMemberships(
  context: Context,
  question: { readonly parties: readonly string[]; readonly resources: readonly string[] },
): Promise<readonly Membership[]> {
  const actor = assertOrganisation(context, ACCESS_LIST_PDP, ACCESS_LIST_READ, ACCESS_LIST_WRITE, RESOURCE_ADMIN);
  const errors = errorsOf(question);
  if (errors.length > 0) throw validationProblem(errors);
  const resourceId = question.resources[0]?.slice(RESOURCE_ATTRIBUTE.length + 1);
  if (!hasAnyScope(actor, [ACCESS_LIST_PDP, RESOURCE_ADMIN])) {
    const resource = resourceId === undefined ? undefined : await findResource(context.db, resourceId);
    if (!resource) throw forbidden();
    if ((await ownerOrgNoOf(context.db, resource.hasCompetentAuthority)) !== actor.orgNo) throw forbidden();
  }
  const reference = parsePartyUrn(question.parties[0] ?? '');
  const party = reference && (await findReferenced(context.db, reference));
  if (!party) throw registryProblem('RR-00001');
  const { accessListConnections, accessListMembers } = context.db.tables;
  const rows = await context.db
    .select({
      resourceId: accessListConnections.resourceId,
      actionFilters: accessListConnections.actionFilters,
      since: accessListMembers.since,
    })
    .from(accessListMembers)
    .innerJoin(accessListConnections, eq(accessListConnections.listId, accessListMembers.listId))
    .where(
      and(
        eq(accessListMembers.orgNo, party.orgNo),
        resourceId === undefined ? undefined : eq(accessListConnections.resourceId, resourceId),
      ),
    )
    .orderBy(asc(accessListConnections.resourceId));
  return rows.map((row) => ({ ...row, partyUuid: party.partyUuid, actionFilters: row.actionFilters ?? [] }));
}

function errorsOf(question: {
  readonly parties: readonly string[];
  readonly resources: readonly string[];
}): readonly ValidationError[] {
  const [party] = question.parties;
  const [resource] = question.resources;
  const errors: ValidationError[] = [];
  if (party === undefined) errors.push(registryError('RR.VLD-00003', '/$QUERY/party'));
  else if (question.parties.length > 1) errors.push(registryError('RR.VLD-00006', '/$QUERY/party'));
  else if (!parsePartyUrn(party)) errors.push(registryError('RR.VLD-00004', '/$QUERY/party'));
  if (question.resources.length > 1) errors.push(registryError('RR.VLD-00007', '/$QUERY/resource'));
  else if (resource !== undefined && !resource.startsWith(`${RESOURCE_ATTRIBUTE}:`)) {
    errors.push(registryError('RR.VLD-00005', '/$QUERY/resource'));
  }
  return errors;
}
