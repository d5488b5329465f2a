import { listChanges } from '../audit/list-changes.ts';
import type { Context } from '../context/context.ts';
import { statusProblem } from '../kernel/errors.ts';
import { findOrganisation } from '../parties/find-party.ts';
import { assertOwner, RESOURCE_WRITE } from './assert-owner.ts';
import { compareVersions, type ResourceChange } from './compare-versions.ts';
import { findResource } from './find-resource.ts';
import type { Policy, ResourceDetails } from './model.ts';
import { comparePolicies, type PolicyChange } from './policies/compare-policies.ts';
import { ownerOrgNoOf } from './store-resource.ts';

/** How many changes the list goes back. */
const LIST_MAX = 50;

/** Something that was published of a resource: that it was made, or what became different. */
export type Publication = {
  readonly id: number;
  readonly at: Date;
  /** A person, or the organisation of a machine. */
  readonly by: string;
  readonly what:
    | { readonly kind: 'created' }
    | { readonly kind: 'resource'; readonly changes: readonly ResourceChange[] }
    | { readonly kind: 'policy'; readonly change: PolicyChange };
};

/**
 * Lists what its owner has published of a resource, newest first, each with what became different.
 * @throws BareError 401, 403 · ProblemError 404
 */
export async function listPublications(context: Context, identifier: string): Promise<readonly Publication[]> {
  const { db } = context;
  const resource = await findResource(db, identifier);
  if (!resource) throw statusProblem(404);
  const ownerOrgNo = await ownerOrgNoOf(db, resource.hasCompetentAuthority);
  await assertOwner(context, ownerOrgNo, RESOURCE_WRITE);
  const actions = ['resource.created', 'resource.updated', 'policy.saved'];
  const recorded = await listChanges(db, { ownerOrgNo, subjectId: identifier, actions, limit: LIST_MAX });
  return Promise.all(
    recorded.map(async ({ id, at, actorKind, actorName, action, before, after }) => ({
      id,
      at,
      by: actorKind === 'organisation' ? ((await findOrganisation(db, actorName))?.name ?? actorName) : actorName,
      what: toWhat(action, before, after),
    })),
  );
}

/** What this domain has recorded itself, so its shape is known. */
function toWhat(action: string, before: unknown, after: unknown): Publication['what'] {
  if (action === 'resource.created') return { kind: 'created' };
  if (action === 'policy.saved') {
    return { kind: 'policy', change: comparePolicies((before as Policy | null) ?? undefined, after as Policy) };
  }
  return { kind: 'resource', changes: compareVersions(before as ResourceDetails, after as ResourceDetails) };
}
