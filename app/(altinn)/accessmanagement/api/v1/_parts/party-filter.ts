import type { PartyFilter } from '#lib/authorization/authorized-parties/model.ts';
import {
  type AuthorizedPartiesRequest,
  authorizedPartiesQuery,
  toPartyFilter,
} from '#lib/authorization/authorized-parties/schema.ts';
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

/** Reads the filter from the query, and the parties asked for from the body. */
export function readPartyFilter(url: URL, parties?: AuthorizedPartiesRequest['partyFilter']): PartyFilter {
  const query = {
    includeRoles: readQuery(url, 'includeRoles'),
    includeAccessPackages: readQuery(url, 'includeAccessPackages'),
    includeResources: readQuery(url, 'includeResources'),
    includeSubParties: readQuery(url, 'includeSubParties'),
    anyOfResourceIds: readQueryList(url, 'anyOfResourceIds'),
    orgCode: readQuery(url, 'orgCode'),
  };
  return toPartyFilter(bindQuery(authorizedPartiesQuery, query), parties);
}
