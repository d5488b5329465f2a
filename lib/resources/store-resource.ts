import { isDeepStrictEqual } from 'node:util';
import { and, eq, sql } from 'drizzle-orm';
import type { Db, Transaction } from '#db/open.ts';
import { statusProblem } from '../kernel/errors.ts';
import { findOrganisation } from '../parties/find-party.ts';
import type { CompetentAuthority, Resource, ResourceDetails } from './model.ts';
import { toResource } from './store.ts';

/**
 * Stores a resource as a new version, or as the first one. A resource that is stored just so already is left alone,
 * so that seeds may run again. Trusts its caller: nothing is checked.
 */
export async function storeResource(tx: Transaction, details: ResourceDetails, at: Date): Promise<Resource> {
  const { resources } = tx.tables;
  const [known] = await tx.locked(tx.select().from(resources).where(eq(resources.identifier, details.identifier)));
  if (known && !known.isDeleted && isDeepStrictEqual(known.document, asDocument(details))) return toResource(known);
  return known ? storeNewVersion(tx, details, at) : storeNewResource(tx, details, at);
}

/**
 * Stores the first version of a resource.
 * @throws the driver's unique violation when the identifier was ever used, by a deleted resource too
 */
export async function storeNewResource(tx: Transaction, details: ResourceDetails, at: Date): Promise<Resource> {
  const { resources } = tx.tables;
  const document = asDocument(details);
  const versionId = await insertVersion(tx, details.identifier, document, at);
  const owner = await columnsOf(tx, details);
  const row = { identifier: details.identifier, ...owner, versionId, document, isDeleted: false };
  await tx.insert(resources).values({ ...row, createdAt: at, updatedAt: at });
  return toResource(row);
}

/**
 * Stores a further version of a resource.
 * @throws ProblemError 404 when it was deleted meanwhile
 */
export async function storeNewVersion(tx: Transaction, details: ResourceDetails, at: Date): Promise<Resource> {
  const { resources } = tx.tables;
  const document = asDocument(details);
  const versionId = await insertVersion(tx, details.identifier, document, at);
  const updated = await tx
    .update(resources)
    .set({ ...(await columnsOf(tx, details)), versionId, document, updatedAt: at })
    .where(and(eq(resources.identifier, details.identifier), eq(resources.isDeleted, false)))
    .returning({ identifier: resources.identifier });
  if (updated.length === 0) throw statusProblem(404);
  return toResource({ versionId, document });
}

/** Finds a resource that is not deleted and holds its row until the transaction ends. */
export async function lockResource(tx: Transaction, identifier: string): Promise<Resource | undefined> {
  const { resources } = tx.tables;
  const live = and(eq(resources.identifier, identifier), eq(resources.isDeleted, false));
  const [row] = await tx.locked(tx.select().from(resources).where(live));
  return row && toResource(row);
}

/** Whether the identifier was ever used, in whatever case. */
export async function isIdentifierUsed(db: Db, identifier: string): Promise<boolean> {
  const { resources } = db.tables;
  const [row] = await db
    .select({ identifier: resources.identifier })
    .from(resources)
    .where(eq(sql`lower(${resources.identifier})`, identifier.toLowerCase()))
    .limit(1);
  return row !== undefined;
}

/** The organisation number of an owner, by its code where the number is blank; '' when neither says. */
export async function ownerOrgNoOf(db: Db, authority: CompetentAuthority): Promise<string> {
  const organization = authority.organization?.trim() ?? '';
  if (organization !== '' || !authority.orgcode) return organization;
  return (await findOrganisation(db, { orgCode: authority.orgcode.toLowerCase() }))?.orgNo ?? '';
}

async function insertVersion(
  tx: Transaction,
  identifier: string,
  document: Record<string, unknown>,
  at: Date,
): Promise<number> {
  const { resourceVersions } = tx.tables;
  const [row] = await tx
    .insert(resourceVersions)
    .values({ identifier, document, createdAt: at })
    .returning({ versionId: resourceVersions.versionId });
  if (!row) throw new Error('The version was not stored.');
  return row.versionId;
}

async function columnsOf(tx: Transaction, details: ResourceDetails) {
  return {
    ownerOrgNo: await ownerOrgNoOf(tx, details.hasCompetentAuthority),
    ownerOrgCode: details.hasCompetentAuthority.orgcode?.toLowerCase() ?? '',
    resourceType: details.resourceType,
  };
}

/** What is stored: plain JSON in NFC without absent members, and without what the registry itself adds. */
function asDocument(details: ResourceDetails): Record<string, unknown> {
  const { versionId, authorizationReference, ...document } = details as Resource;
  return JSON.parse(JSON.stringify(document).normalize('NFC')) as Record<string, unknown>;
}
