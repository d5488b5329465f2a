import { and, asc, eq, inArray, type SQL } from 'drizzle-orm';
import type { Db, Transaction } from '#db/open.ts';
import { defaultScopeSettings, type Scope, type ScopeDetails } from './model.ts';

type Row = Db['tables']['scopes']['$inferSelect'];

/** Adds a scope. @returns `false` when there already is one of that name, which then stays as it is. */
export async function insertScope(tx: Transaction, scope: Scope): Promise<boolean> {
  const inserted = await tx.insert(tx.tables.scopes).values(toRow(scope)).onConflictDoNothing().returning();
  return inserted.length > 0;
}

/** Writes a scope as it is now. */
export async function saveScope(tx: Transaction, scope: Scope): Promise<void> {
  const { scopes } = tx.tables;
  await tx.update(scopes).set(toRow(scope)).where(eq(scopes.name, scope.name));
}

/** Gives the scopes below a prefix another owner. */
export async function updateOwner(tx: Transaction, prefix: string, ownerOrgNo: string, at: Date): Promise<void> {
  const { scopes } = tx.tables;
  await tx.update(scopes).set({ ownerOrgNo, updatedAt: at }).where(eq(scopes.prefix, prefix));
}

/** The scope, held until the transaction ends. */
export async function lockScope(tx: Transaction, name: string): Promise<Scope | undefined> {
  const { scopes } = tx.tables;
  const [row] = await tx.locked(tx.select().from(scopes).where(eq(scopes.name, name)).limit(1));
  return row && toScope(row);
}

/** Scopes of those names; unknown ones are left out. */
export function selectScopesByName(db: Db, names: readonly string[]): Promise<readonly Scope[]> {
  if (names.length === 0) return Promise.resolve([]);
  return selectWhere(db, inArray(db.tables.scopes.name, [...names]));
}

/** Scopes in alphabetical order. */
export function selectScopes(
  db: Db,
  filter: {
    readonly ownerOrgNo?: string | undefined;
    readonly prefix?: string | undefined;
    readonly visibility?: Scope['visibility'] | undefined;
    readonly accessibleForAll?: boolean | undefined;
    readonly active?: boolean | undefined;
    /** Only those that somebody has asked for and waits. */
    readonly asked?: true | undefined;
  },
): Promise<readonly Scope[]> {
  const { scopeAccesses, scopes } = db.tables;
  const asked = db
    .select({ scope: scopeAccesses.scope })
    .from(scopeAccesses)
    .where(eq(scopeAccesses.state, 'REQUESTED'));
  return selectWhere(
    db,
    and(
      filter.ownerOrgNo === undefined ? undefined : eq(scopes.ownerOrgNo, filter.ownerOrgNo),
      filter.prefix === undefined ? undefined : eq(scopes.prefix, filter.prefix),
      filter.visibility === undefined ? undefined : eq(scopes.visibility, filter.visibility),
      filter.accessibleForAll === undefined ? undefined : eq(scopes.accessibleForAll, filter.accessibleForAll),
      filter.active === undefined ? undefined : eq(scopes.active, filter.active),
      filter.asked && inArray(scopes.name, asked),
    ),
  );
}

async function selectWhere(db: Db, condition: SQL | undefined): Promise<readonly Scope[]> {
  const { scopes } = db.tables;
  const rows = await db.select().from(scopes).where(condition).orderBy(asc(scopes.name));
  return rows.map(toScope);
}

function toScope(row: Row): Scope {
  return {
    ...row,
    delegationSource: row.delegationSource ?? undefined,
    enforcedAudience: row.enforcedAudience ?? undefined,
    details: { ...defaultScopeSettings(row.name).details, ...(row.details as Partial<ScopeDetails>) },
  };
}

function toRow(scope: Scope): Row {
  return {
    ...scope,
    delegationSource: scope.delegationSource ?? null,
    enforcedAudience: scope.enforcedAudience ?? null,
  };
}
