import { and, asc, eq } from 'drizzle-orm';
import { assertOrganisation, hasAnyScope } from '../../context/assert.ts';
import type { Context } from '../../context/context.ts';
import { forbidden, type ValidationError, validationProblem } from '../../kernel/errors.ts';
import { ACCESS_LIST_PDP, ACCESS_LIST_READ, ACCESS_LIST_WRITE, RESOURCE_ADMIN } from '../assert-owner.ts';
import { findResource } from '../find-resource.ts';
import { RESOURCE_ATTRIBUTE } from '../model.ts';
import { registryError, registryProblem } from '../problems.ts';
import { ownerOrgNoOf } from '../store-resource.ts';
import { findReferenced, type PartyReference, parsePartyUrn } from './party-urn.ts';

const PARTY = '/$QUERY/party';
const RESOURCE = '/$QUERY/resource';

/** That a party is on a list that opens a resource. */
export type Membership = {
  readonly partyUuid: string;
  readonly resourceId: string;
  readonly since: Date;
  readonly actionFilters: readonly string[];
};

type Question = { readonly parties: readonly string[]; readonly resources: readonly string[] };

/**
 * Tells a decision point by which lists a party reaches resources. Others may ask about their own resources only.
 * @param question URNs as the query has them; exactly one party, at most one resource
 * @throws BareError 401, 403 · ProblemError 400 RR.VLD-00003 … -00007, RR-00001
 */
export async function readMemberships(context: Context, question: Question): Promise<readonly Membership[]> {
  const actor = assertOrganisation(context, ACCESS_LIST_PDP, ACCESS_LIST_READ, ACCESS_LIST_WRITE, RESOURCE_ADMIN);
  const { reference, resourceId } = parseQuestion(question);
  if (!hasAnyScope(actor, [ACCESS_LIST_PDP, RESOURCE_ADMIN])) {
    const resource = resourceId === undefined ? undefined : await findResource(context.db, resourceId);
    if (!resource) throw forbidden();
    if ((await ownerOrgNoOf(context.db, resource.hasCompetentAuthority)) !== actor.orgNo) throw forbidden();
  }
  const party = await findReferenced(context.db, reference);
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

/** What is asked about, when every value is understood and there are not too many of them. */
function parseQuestion({ parties, resources }: Question): {
  readonly reference: PartyReference;
  readonly resourceId: string | undefined;
} {
  const references = parties.map(parsePartyUrn).filter((reference) => reference !== undefined);
  const resourceIds = resources.map(parseResourceUrn).filter((id) => id !== undefined);
  const [reference] = references;
  const errors: readonly ValidationError[] = [
    ...parties.filter((urn) => !parsePartyUrn(urn)).map((value) => wrong('RR.VLD-00004', PARTY, value)),
    ...resources.filter((urn) => !parseResourceUrn(urn)).map((value) => wrong('RR.VLD-00005', RESOURCE, value)),
    ...(reference ? [] : [registryError('RR.VLD-00003', PARTY)]),
    ...(references.length > 1 ? [registryError('RR.VLD-00006', PARTY)] : []),
    ...(resourceIds.length > 1 ? [registryError('RR.VLD-00007', RESOURCE)] : []),
  ];
  if (!reference || errors.length > 0) throw validationProblem(errors);
  return { reference, resourceId: resourceIds[0] };
}

function wrong(code: 'RR.VLD-00004' | 'RR.VLD-00005', path: string, value: string): ValidationError {
  return { ...registryError(code, path), extensions: { value } };
}

function parseResourceUrn(urn: string): string | undefined {
  const prefix = `${RESOURCE_ATTRIBUTE}:`;
  return urn.startsWith(prefix) && urn.length > prefix.length ? urn.slice(prefix.length) : undefined;
}
