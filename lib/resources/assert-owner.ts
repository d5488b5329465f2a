import { assertOrganisation, hasAnyScope } from '../context/assert.ts';
import type { Context } from '../context/context.ts';
import { unauthenticated } from '../kernel/errors.ts';
import { assertOwnTechnical } from '../parties/authority.ts';

/** Opens every resource and access list, whoever owns it. */
export const RESOURCE_ADMIN = 'altinn:resourceregistry/resource.admin';
export const RESOURCE_WRITE = 'altinn:resourceregistry/resource.write';
export const ACCESS_LIST_WRITE = 'altinn:resourceregistry/accesslist.write';
export const ACCESS_LIST_READ = 'altinn:resourceregistry/accesslist.read';
export const ACCESS_LIST_PDP = 'altinn:resourceregistry/pdp:accesslist.read';

/**
 * Refuses callers that could not write anything here, before more is looked at; says nothing of ownership.
 * @throws BareError 401 or 403 without a body
 */
export function assertRegistryCaller(context: Context, ...scopes: readonly string[]): void {
  if (context.actor.kind === 'anonymous') throw unauthenticated();
  if (context.actor.kind === 'organisation') assertOrganisation(context, ...scopes, RESOURCE_ADMIN);
}

/**
 * Passes the owner's machine with one of the scopes, an administrator's machine, or a person with technical
 * administration at the owner.
 * @throws BareError 401 or 403 without a body
 */
export async function assertOwner(context: Context, ownerOrgNo: string, ...scopes: readonly string[]): Promise<void> {
  const { actor } = context;
  if (actor.kind === 'organisation' && hasAnyScope(actor, [RESOURCE_ADMIN])) return;
  await assertOwnTechnical(context, ownerOrgNo, ...scopes);
}
