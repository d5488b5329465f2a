import { and, asc, count, eq, gt, inArray } from 'drizzle-orm';
import type { Db, Transaction } from '#db/open.ts';
import { type PageOf, type PageQuery, ROWS_PER_PAGE, toPage } from '../../kernel/pages.ts';
import { orgNosLike } from '../../parties/find-party.ts';
import type { ScopeAccess } from './model.ts';

/** Writes an organisation's access; an earlier row keeps the day it was made. @returns the row as it is now. */
export async function saveAccess(tx: Transaction, access: ScopeAccess): Promise<ScopeAccess> {
  const { scopeAccesses } = tx.tables;
  const [row] = await tx
    .insert(scopeAccesses)
    .values(access)
    .onConflictDoUpdate({
      target: [scopeAccesses.scope, scopeAccesses.consumerOrgNo],
      set: { state: access.state, updatedAt: access.updatedAt },
    })
    .returning();
  return row ?? access;
}

/**
 * Writes that an organisation asks for access, unless it has it or waits already.
 * @returns the row as it is now, and whether that is new
 */
export async function saveRequestedAccess(
  tx: Transaction,
  access: ScopeAccess,
): Promise<{ readonly access: ScopeAccess; readonly isNew: boolean }> {
  const { scopeAccesses } = tx.tables;
  const [row] = await tx
    .insert(scopeAccesses)
    .values(access)
    .onConflictDoUpdate({
      target: [scopeAccesses.scope, scopeAccesses.consumerOrgNo],
      set: { state: access.state, updatedAt: access.updatedAt },
      setWhere: eq(scopeAccesses.state, 'DENIED'),
    })
    .returning();
  const present = row ?? (await lockAccess(tx, access.scope, access.consumerOrgNo));
  return { access: present ?? access, isNew: row !== undefined };
}

/** The row of one organisation and scope, held until the transaction ends. */
export async function lockAccess(
  tx: Transaction,
  scope: string,
  consumerOrgNo: string,
): Promise<ScopeAccess | undefined> {
  const { scopeAccesses } = tx.tables;
  const found = tx
    .select()
    .from(scopeAccesses)
    .where(and(eq(scopeAccesses.scope, scope), eq(scopeAccesses.consumerOrgNo, consumerOrgNo)))
    .limit(1);
  const [row] = await tx.locked(found);
  return row;
}

/** Rows in order of scope and organisation. */
export function selectAccesses(
  db: Db,
  filter: {
    readonly scopes?: readonly string[] | undefined;
    readonly consumerOrgNo?: string | undefined;
    readonly consumerOrgNos?: readonly string[];
    readonly state?: ScopeAccess['state'] | undefined;
  },
): Promise<readonly ScopeAccess[]> {
  if (filter.scopes?.length === 0) return Promise.resolve([]);
  const { scopeAccesses } = db.tables;
  return db
    .select()
    .from(scopeAccesses)
    .where(
      and(
        filter.scopes === undefined ? undefined : inArray(scopeAccesses.scope, [...filter.scopes]),
        filter.consumerOrgNo === undefined ? undefined : eq(scopeAccesses.consumerOrgNo, filter.consumerOrgNo),
        filter.consumerOrgNos && inArray(scopeAccesses.consumerOrgNo, [...filter.consumerOrgNos]),
        filter.state === undefined ? undefined : eq(scopeAccesses.state, filter.state),
      ),
    )
    .orderBy(asc(scopeAccesses.scope), asc(scopeAccesses.consumerOrgNo));
}

/** A page of the rows of one scope in one state, in order of organisation. */
export async function pageAccesses(
  db: Db,
  { scope, state, query = '', after }: PageQuery & Pick<ScopeAccess, 'scope' | 'state'>,
): Promise<PageOf<ScopeAccess>> {
  const { scopeAccesses } = db.tables;
  const { consumerOrgNo } = scopeAccesses;
  const sought = and(
    eq(scopeAccesses.scope, scope),
    eq(scopeAccesses.state, state),
    query === '' ? undefined : inArray(consumerOrgNo, orgNosLike(db, query)),
  );
  const read = await db
    .select()
    .from(scopeAccesses)
    .where(and(sought, after === undefined ? undefined : gt(consumerOrgNo, after)))
    .orderBy(asc(consumerOrgNo))
    .limit(ROWS_PER_PAGE + 1);
  return toPage(read, await db.$count(scopeAccesses, sought), (row) => row.consumerOrgNo);
}

/** How many organisations stand in each state to each of the scopes; a pair without any is left out. */
export async function countAccesses(
  db: Db,
  scopes: readonly string[],
): Promise<readonly { readonly scope: string; readonly state: ScopeAccess['state']; readonly total: number }[]> {
  if (scopes.length === 0) return [];
  const { scopeAccesses } = db.tables;
  return db
    .select({ scope: scopeAccesses.scope, state: scopeAccesses.state, total: count() })
    .from(scopeAccesses)
    .where(inArray(scopeAccesses.scope, [...scopes]))
    .groupBy(scopeAccesses.scope, scopeAccesses.state);
}
