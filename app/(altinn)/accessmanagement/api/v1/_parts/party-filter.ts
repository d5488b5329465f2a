import type { PartyFilter } from '#lib/authorization/authorized-parties/model.ts';
import { authorizedPartiesQuery, toPartyFilter } from '#lib/authorization/authorized-parties/schema.ts';
import { bindQuery } from '#lib/http/body.ts';
import { readQuery, readQueryList } from '#lib/http/query.ts';

/** The query of a list of authorized parties, for the reference. */
export const PARTY_FILTER_DOC = {
  includeRoles: 'false leaves authorizedRoles empty',
  includeAccessPackages: 'false leaves authorizedAccessPackages empty',
  includeResources: 'false leaves authorizedResources empty',
  includeSubParties: 'false leaves sub-units out',
  anyOfResourceIds: 'only parties with access to one of these; repeatable',
  orgCode: 'only resources of this service owner',
};

/**
 * Reads the filter from the query.
 * @param parties by uuid, organisation or person number; none for all
 * @param included whether roles, packages and resources that the query does not mention are
 */
export function readPartyFilter(
  url: URL,
  { parties = [], included = true }: { readonly parties?: readonly string[]; readonly included?: boolean } = {},
): PartyFilter {
  const query = {
    includeRoles: readQuery(url, 'includeRoles') ?? String(included),
    includeAccessPackages: readQuery(url, 'includeAccessPackages') ?? String(included),
    includeResources: readQuery(url, 'includeResources') ?? String(included),
    includeSubParties: readQuery(url, 'includeSubParties'),
    anyOfResourceIds: readQueryList(url, 'anyOfResourceIds'),
    orgCode: readQuery(url, 'orgCode'),
  };
  return toPartyFilter(bindQuery(authorizedPartiesQuery, query), parties);
}
