import type { Delegations } from '../../systemusers/model.ts';
import { resourceIdsIn } from '../contents.ts';
import type { AnyRequest } from '../model.ts';
import type { LineIds } from './describe-lines.ts';

/** The headings of a letter. */
export type Groups = { readonly added: LineIds; readonly removed: LineIds; readonly stays: LineIds };

const NOTHING: LineIds = { resourceIds: [], packageUrns: [] };

/**
 * Sorts what a request is about under its headings. While a change waits, what is held already is not an addition and
 * what is not held cannot be removed; after the answer the lists stand as they were asked for.
 */
export function groupsOf(request: AnyRequest, held: Delegations): Groups {
  if (request.kind !== 'change') {
    const added = { resourceIds: resourceIdsIn(request.rights), packageUrns: request.accessPackages };
    return { added, removed: NOTHING, stays: NOTHING };
  }
  const required = {
    resourceIds: resourceIdsIn(request.requiredRights),
    packageUrns: [...new Set(request.requiredAccessPackages)],
  };
  const unwanted = {
    resourceIds: resourceIdsIn(request.unwantedRights),
    packageUrns: [...new Set(request.unwantedAccessPackages)],
  };
  const now = { resourceIds: held.rights.map((right) => right.resourceId), packageUrns: held.packages };
  if (request.status !== 'New')
    return { added: required, removed: unwanted, stays: without(without(now, required), unwanted) };
  const removed = both(now, unwanted);
  return { added: without(required, now), removed, stays: without(now, removed) };
}

function without(one: LineIds, other: LineIds): LineIds {
  return {
    resourceIds: one.resourceIds.filter((id) => !other.resourceIds.includes(id)),
    packageUrns: one.packageUrns.filter((urn) => !other.packageUrns.includes(urn)),
  };
}

function both(one: LineIds, other: LineIds): LineIds {
  return {
    resourceIds: one.resourceIds.filter((id) => other.resourceIds.includes(id)),
    packageUrns: one.packageUrns.filter((urn) => other.packageUrns.includes(urn)),
  };
}
