import type { Db } from '#db/open.ts';
import { findPolicy } from '../../resources/find-policy.ts';
import { findResources } from '../../resources/find-resource.ts';
import type { Policy, Resource } from '../../resources/model.ts';
import { actionsFor } from '../decide.ts';
import { listedActions } from '../listed-actions.ts';
import { attributesOfPackages, attributesOfRoles } from '../subject-attributes.ts';
import type { Access, PartyAccess } from './model.ts';
import { selectResourcesBySubject } from './store.ts';

type Candidate = { readonly resource: Resource; readonly policy: Policy };

/**
 * Adds to each party the resources that roles and packages open there, beside the single rights: those whose policy
 * gives at least one action, and whose access lists, if any, leave one.
 */
export async function expandResources(db: Db, accesses: readonly PartyAccess[]): Promise<readonly PartyAccess[]> {
  const candidates = await readCandidates(
    db,
    accesses.map(({ access }) => access),
  );
  const expanded: PartyAccess[] = [];
  for (const { party, access } of accesses) {
    const subject = subjectOf(access);
    const opened: string[] = [];
    for (const { resource, policy } of candidates) {
      const held = actionsFor(policy, subject);
      const actions = held.length > 0 ? await listedActions(db, resource, { orgNo: party.orgNo, actions: held }) : [];
      if (actions.length > 0) opened.push(resource.identifier);
    }
    expanded.push({ party, access: { ...access, resources: [...new Set([...access.resources, ...opened])].sort() } });
  }
  return expanded;
}

/** The resources whose policies mention anything that is held anywhere, each read once. */
async function readCandidates(db: Db, accesses: readonly Access[]): Promise<readonly Candidate[]> {
  const urns = accesses.flatMap(subjectOf).map(({ id, value }) => `${id}:${value}`.toLowerCase());
  const identifiers = await selectResourcesBySubject(db, [...new Set(urns)]);
  const candidates: Candidate[] = [];
  for (const resource of (await findResources(db, identifiers)).values()) {
    const policy = await findPolicy(db, resource.identifier);
    if (policy) candidates.push({ resource, policy });
  }
  return candidates;
}

function subjectOf({ roles, packages }: Access) {
  return [...attributesOfRoles(roles), ...attributesOfPackages(packages)];
}
