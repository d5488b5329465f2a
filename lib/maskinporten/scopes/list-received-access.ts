import type { Db } from '#db/open.ts';
import type { Context } from '../../context/context.ts';
import { assertAdministrator, READ_CLIENTS, READ_SCOPES } from '../administration/authority.ts';
import { selectAccesses } from './access-store.ts';
import type { Scope, ScopeAccess } from './model.ts';
import { nameAccesses } from './named-access.ts';
import type { NamedAccess } from './schema.ts';
import { selectScopes, selectScopesByName } from './store.ts';

/**
 * Lists the scopes that others have given the caller's organisation; what was taken away, and scopes out of use, only
 * when asked for. With `accessibleForAll` also the public scopes that need no access, as `APPROVED` since they were
 * made. @throws BareError 401, 403
 */
export async function listReceivedAccess(
  context: Context,
  input: { readonly inactive: boolean; readonly accessibleForAll?: boolean },
): Promise<readonly NamedAccess[]> {
  const consumerOrgNo = await assertAdministrator(context, [...READ_SCOPES, ...READ_CLIENTS]);
  const rows = await selectAccesses(context.db, { consumerOrgNo });
  const given = input.inactive ? rows : rows.filter((row) => row.state !== 'DENIED');
  const shown = input.accessibleForAll ? await withOpen(context.db, consumerOrgNo, given) : given;
  const names = [...new Set(shown.map((row) => row.scope))];
  const scopes = await selectScopesByName(context.db, names);
  return nameAccesses(
    context.db,
    shown,
    scopes.filter((scope) => scope.active || input.inactive),
  );
}

/** Adds the public scopes that are open to all; a row that is not `APPROVED` gives way to them, one that is does not. */
async function withOpen(db: Db, consumerOrgNo: string, given: readonly ScopeAccess[]): Promise<readonly ScopeAccess[]> {
  const approved = new Set(given.filter(({ state }) => state === 'APPROVED').map(({ scope }) => scope));
  const open = await selectScopes(db, { visibility: 'PUBLIC', accessibleForAll: true, active: true });
  const added = open.filter(({ name }) => !approved.has(name)).map((scope) => toOpenAccess(scope, consumerOrgNo));
  const byScope = new Map([...given, ...added].map((access) => [access.scope, access]));
  return [...byScope.values()].sort((one, other) => (one.scope < other.scope ? -1 : 1));
}

function toOpenAccess({ name, createdAt, updatedAt }: Scope, consumerOrgNo: string): ScopeAccess {
  return { scope: name, consumerOrgNo, state: 'APPROVED', createdAt, updatedAt };
}
