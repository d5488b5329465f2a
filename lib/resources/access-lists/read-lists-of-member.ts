import { asc, eq, getTableColumns } from 'drizzle-orm';
import { assertOrganisation } from '../../context/assert.ts';
import type { Context } from '../../context/context.ts';
import { bindingProblem } from '../../kernel/errors.ts';
import { ACCESS_LIST_PDP, RESOURCE_ADMIN } from '../assert-owner.ts';
import type { AccessList } from './model.ts';
import { findReferenced, parsePartyUrn } from './party-urn.ts';

/**
 * Tells a decision point which lists a party is on, whoever owns them; none for a party that is not in the register.
 * @param party a URN with the party's uuid, the only kind that the real registry takes here
 * @throws BareError 401, 403 · ProblemError 400 for another URN
 */
export async function readListsOfMember(
  context: Context,
  party: string,
): Promise<readonly Omit<AccessList, 'ownerOrgNo'>[]> {
  assertOrganisation(context, ACCESS_LIST_PDP, RESOURCE_ADMIN);
  const reference = parsePartyUrn(party);
  if (!reference || !('partyUuid' in reference)) {
    throw bindingProblem({ party: [`The value '${party}' is not valid.`] });
  }
  const member = await findReferenced(context.db, reference);
  if (!member) return [];
  const { accessListMembers, accessLists } = context.db.tables;
  return context.db
    .select(getTableColumns(accessLists))
    .from(accessLists)
    .innerJoin(accessListMembers, eq(accessListMembers.listId, accessLists.id))
    .where(eq(accessListMembers.orgNo, member.orgNo))
    .orderBy(asc(accessLists.owner), asc(accessLists.identifier));
}
