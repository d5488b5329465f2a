import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import { prepared } from '#db/prepared.ts';

/** A scope with whether the asking organisation has been given access to it. */
export type ScopeForConsumer = NonNullable<Awaited<ReturnType<typeof findScopeFor>>>;

const scopeForConsumer = prepared('token_scope_for_consumer', (db) => {
  const { scopes, scopeAccesses } = db.tables;
  return db
    .select({
      name: scopes.name,
      active: scopes.active,
      allowedIntegrationTypes: scopes.allowedIntegrationTypes,
      accessibleForAll: scopes.accessibleForAll,
      delegationSource: scopes.delegationSource,
      atMaxAge: scopes.atMaxAge,
      enforcedAudience: scopes.enforcedAudience,
      addsConsumerPrefix: scopes.addsConsumerPrefix,
      accessState: scopeAccesses.state,
    })
    .from(scopes)
    .leftJoin(
      scopeAccesses,
      and(eq(scopeAccesses.scope, scopes.name), eq(scopeAccesses.consumerOrgNo, sql.placeholder('consumerOrgNo'))),
    )
    .where(eq(scopes.name, sql.placeholder('scope')));
});

const delegationOf = prepared('token_scope_delegation', (db) => {
  const { scopeDelegations } = db.tables;
  return db
    .select({ scope: scopeDelegations.scope })
    .from(scopeDelegations)
    .where(
      and(
        eq(scopeDelegations.consumerOrgNo, sql.placeholder('consumerOrgNo')),
        eq(scopeDelegations.supplierOrgNo, sql.placeholder('supplierOrgNo')),
        eq(scopeDelegations.scope, sql.placeholder('scope')),
      ),
    );
});

/** Finds a scope by its exact name, with the organisation's access to it. */
export async function findScopeFor(db: Db, scope: string, consumerOrgNo: string) {
  const [row] = await scopeForConsumer(db, { scope, consumerOrgNo });
  return row;
}

/** Whether the consumer has delegated the scope to the supplier. */
export async function isDelegated(
  db: Db,
  delegation: { readonly consumerOrgNo: string; readonly supplierOrgNo: string; readonly scope: string },
): Promise<boolean> {
  const rows = await delegationOf(db, delegation);
  return rows.length > 0;
}

/** Lists the active scope prefixes that an organisation owns. */
export async function listPrefixes(db: Db, ownerOrgNo: string): Promise<readonly string[]> {
  const { scopePrefixes } = db.tables;
  const rows = await db
    .select({ prefix: scopePrefixes.prefix })
    .from(scopePrefixes)
    .where(and(eq(scopePrefixes.ownerOrgNo, ownerOrgNo), eq(scopePrefixes.active, true)))
    .orderBy(asc(scopePrefixes.prefix));
  return rows.map((row) => row.prefix);
}

/** Stamps clients and keys with when they were last used to get a token. */
export async function stampClients(tx: Db, used: ReadonlyMap<string, ReadonlySet<string>>, at: Date): Promise<void> {
  const { clients, clientKeys } = tx.tables;
  const clientIds = [...used.keys()].sort();
  await tx.update(clients).set({ lastUsedAt: at }).where(inArray(clients.clientId, clientIds));
  for (const clientId of clientIds) {
    const kids = [...(used.get(clientId) ?? [])];
    if (kids.length === 0) continue;
    await tx
      .update(clientKeys)
      .set({ lastUsedAt: at })
      .where(and(eq(clientKeys.clientId, clientId), inArray(clientKeys.kid, kids)));
  }
}
