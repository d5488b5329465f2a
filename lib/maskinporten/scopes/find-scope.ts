import type { Db, Transaction } from '#db/open.ts';
import { selectAccesses } from './access-store.ts';
import { defaultScopeSettings, type Scope, type ScopeDetails, type ScopeSettings } from './model.ts';
import { insertScope, selectScopesByName } from './store.ts';

/** Finds a scope by its exact name, active or not. */
export async function findScope(db: Db, name: string): Promise<Scope | undefined> {
  const [scope] = await selectScopesByName(db, [name]);
  return scope;
}

/** Finds the scopes of those names in one read; unknown names are left out. */
export function findScopes(db: Db, names: readonly string[]): Promise<readonly Scope[]> {
  return selectScopesByName(db, names);
}

/** Which of the scopes the organisation has an approved access row for. Does not look at `accessibleForAll`. */
export async function scopesGrantedTo(db: Db, orgNo: string, names: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await selectAccesses(db, { scopes: names, consumerOrgNo: orgNo, state: 'APPROVED' });
  return new Set(rows.map((row) => row.scope));
}

/** Adds a scope inside the caller's transaction. @returns `false` when there was one of that name before. */
export function storeScope(
  tx: Transaction,
  scope: {
    readonly name: string;
    readonly ownerOrgNo: string;
    readonly description: string;
    readonly at: Date;
    readonly settings?: Partial<Omit<ScopeSettings, 'details'>>;
    readonly details?: Partial<ScopeDetails>;
  },
): Promise<boolean> {
  const defaults = defaultScopeSettings(scope.description);
  const separator = scope.name.indexOf(':');
  return insertScope(tx, {
    ...defaults,
    ...scope.settings,
    details: { ...defaults.details, ...scope.details },
    name: scope.name,
    prefix: scope.name.slice(0, separator),
    subscope: scope.name.slice(separator + 1),
    ownerOrgNo: scope.ownerOrgNo,
    active: true,
    createdAt: scope.at,
    updatedAt: scope.at,
  });
}
