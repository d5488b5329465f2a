import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Db, Transaction } from '#db/open.ts';
import type { ScopeDelegation } from './model.ts';
import { referencingDocument } from './schema.ts';

/** Adds a delegation. @returns `false` when it was there before. */
export async function insertDelegation(tx: Transaction, delegation: ScopeDelegation): Promise<boolean> {
  const inserted = await tx.insert(tx.tables.scopeDelegations).values(delegation).onConflictDoNothing().returning();
  return inserted.length > 0;
}

/** Ends a delegation. @returns what it was, or `undefined` when there was none. */
export async function removeDelegation(
  tx: Transaction,
  delegation: Pick<ScopeDelegation, 'consumerOrgNo' | 'supplierOrgNo' | 'scope'>,
): Promise<ScopeDelegation | undefined> {
  const { scopeDelegations } = tx.tables;
  const [row] = await tx
    .delete(scopeDelegations)
    .where(
      and(
        eq(scopeDelegations.consumerOrgNo, delegation.consumerOrgNo),
        eq(scopeDelegations.supplierOrgNo, delegation.supplierOrgNo),
        eq(scopeDelegations.scope, delegation.scope),
      ),
    )
    .returning();
  return row;
}

/** Delegations that match every condition given, oldest first. */
export function selectDelegations(
  db: Db,
  filter: {
    readonly consumerOrgNo?: string | undefined;
    readonly supplierOrgNo?: string | undefined;
    readonly scopes?: readonly string[] | undefined;
  },
): Promise<readonly ScopeDelegation[]> {
  if (filter.scopes?.length === 0) return Promise.resolve([]);
  const { scopeDelegations } = db.tables;
  return db
    .select()
    .from(scopeDelegations)
    .where(
      and(
        filter.consumerOrgNo === undefined ? undefined : eq(scopeDelegations.consumerOrgNo, filter.consumerOrgNo),
        filter.supplierOrgNo === undefined ? undefined : eq(scopeDelegations.supplierOrgNo, filter.supplierOrgNo),
        filter.scopes === undefined ? undefined : inArray(scopeDelegations.scope, [...filter.scopes]),
      ),
    )
    .orderBy(asc(scopeDelegations.createdAt), asc(scopeDelegations.scope), asc(scopeDelegations.consumerOrgNo));
}

/** The resource of the registry that stands for the scope: of type `MaskinportenSchema`, with a reference to it. */
export async function selectSchemaResource(db: Db, scope: string): Promise<string | undefined> {
  const { resources } = db.tables;
  const rows = await db
    .select({ identifier: resources.identifier, document: resources.document })
    .from(resources)
    .where(and(eq(resources.resourceType, 'MaskinportenSchema'), eq(resources.isDeleted, false)))
    .orderBy(asc(resources.identifier));
  return rows.find((row) => references(row.document).includes(scope))?.identifier;
}

function references(document: Readonly<Record<string, unknown>>): readonly string[] {
  const parsed = referencingDocument.safeParse(document);
  return parsed.success ? parsed.data.resourceReferences.map(({ reference }) => reference) : [];
}
