import type { Db } from '#db/open.ts';
import type { Context } from '../../context/context.ts';
import { assertAdministrator, READ_SCOPES } from '../administration/authority.ts';
import { countAccesses } from './access-store.ts';
import type { Scope } from './model.ts';
import { selectScopes } from './store.ts';

/** A scope with how many organisations have access to it, and how many have asked and wait. */
export type ScopeConsumers = { readonly scope: Scope; readonly approved: number; readonly requested: number };

/** Counts who uses the scopes of the caller's organisation, those out of use included. @throws BareError 401, 403 */
export async function countConsumers(context: Context): Promise<readonly ScopeConsumers[]> {
  const ownerOrgNo = await assertAdministrator(context, READ_SCOPES);
  return withConsumers(context.db, await selectScopes(context.db, { ownerOrgNo }));
}

/** Counts who uses these scopes. Trusts its caller. */
export async function withConsumers(db: Db, scopes: readonly Scope[]): Promise<readonly ScopeConsumers[]> {
  const counts = await countAccesses(
    db,
    scopes.map(({ name }) => name),
  );
  const totals = new Map(counts.map(({ scope, state, total }) => [`${scope} ${state}`, total]));
  return scopes.map((scope) => ({
    scope,
    approved: totals.get(`${scope.name} APPROVED`) ?? 0,
    requested: totals.get(`${scope.name} REQUESTED`) ?? 0,
  }));
}
