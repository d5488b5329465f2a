import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Db, Transaction } from '#db/open.ts';
import { apiOf } from './api-store.ts';
import type { ApiTexts, DelegationPair, ScopeDelegation } from './model.ts';
import { toSchema } from './schema.ts';

/** Adds a delegation. @returns `false` when it was there before. */
export async function insertDelegation(
  tx: Transaction,
  delegation: ScopeDelegation & { readonly givenByName: string | undefined },
): Promise<boolean> {
  const inserted = await tx.insert(tx.tables.scopeDelegations).values(delegation).onConflictDoNothing().returning();
  return inserted.length > 0;
}

/** A scope, or all that was delegated as one API. */
export type DelegatedPart = { readonly scope: string } | { readonly api: string };

/** Ends what there is of a part. @returns what it was */
export async function removeDelegations(
  tx: Transaction,
  { consumerOrgNo, supplierOrgNo }: DelegationPair,
  part: DelegatedPart,
): Promise<readonly ScopeDelegation[]> {
  const { scopeDelegations } = tx.tables;
  return tx
    .delete(scopeDelegations)
    .where(
      and(
        eq(scopeDelegations.consumerOrgNo, consumerOrgNo),
        eq(scopeDelegations.supplierOrgNo, supplierOrgNo),
        'scope' in part ? eq(scopeDelegations.scope, part.scope) : eq(apiOf(tx), part.api),
      ),
    )
    .returning();
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
  const { consumerOrgNo, supplierOrgNo, scope, resourceId, createdAt } = scopeDelegations;
  return db
    .select({ consumerOrgNo, supplierOrgNo, scope, resourceId, createdAt })
    .from(scopeDelegations)
    .where(
      and(
        filter.consumerOrgNo === undefined ? undefined : eq(consumerOrgNo, filter.consumerOrgNo),
        filter.supplierOrgNo === undefined ? undefined : eq(supplierOrgNo, filter.supplierOrgNo),
        filter.scopes === undefined ? undefined : inArray(scope, [...filter.scopes]),
      ),
    )
    .orderBy(asc(createdAt), asc(scope), asc(consumerOrgNo));
}

/** A resource of the registry that stands for scopes. */
export type SchemaResource = {
  readonly identifier: string;
  readonly ownerOrgNo: string;
  readonly title: ApiTexts;
  readonly description: ApiTexts;
  readonly isDelegable: boolean;
  readonly isVisible: boolean;
  readonly scopes: readonly string[];
};

/** Resources of type `MaskinportenSchema`, by id; those that were taken down only for telling what they were called. */
export async function selectSchemaResources(
  db: Db,
  filter: { readonly identifiers?: readonly string[]; readonly withDeleted?: true } = {},
): Promise<readonly SchemaResource[]> {
  const { resources } = db.tables;
  const rows = await db
    .select({ identifier: resources.identifier, ownerOrgNo: resources.ownerOrgNo, document: resources.document })
    .from(resources)
    .where(
      and(
        eq(resources.resourceType, 'MaskinportenSchema'),
        filter.withDeleted ? undefined : eq(resources.isDeleted, false),
        filter.identifiers && inArray(resources.identifier, [...filter.identifiers]),
      ),
    )
    .orderBy(asc(resources.identifier));
  return rows.map(({ document, ...row }) => ({ ...row, ...toSchema(document) }));
}
