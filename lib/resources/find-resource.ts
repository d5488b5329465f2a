import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import { prepared } from '#db/prepared.ts';
import type { Resource } from './model.ts';
import { remembered } from './remembered.ts';
import { newestColumns, toResource } from './store.ts';

const resourceStamp = prepared('resource_stamp', (db) => {
  const { resources } = db.tables;
  return db
    .select({ version: resources.versionId, updatedAt: resources.updatedAt })
    .from(resources)
    .where(and(eq(resources.identifier, sql.placeholder('identifier')), eq(resources.isDeleted, false)));
});

/** The newest version of a resource whose stamp was just read; only the parsed document is remembered. */
export const resourceOf = remembered<Resource>(async (db, identifier) => {
  const { resources } = db.tables;
  const [newest] = await db
    .select({ ...newestColumns(db), updatedAt: resources.updatedAt })
    .from(resources)
    .where(and(eq(resources.identifier, identifier), eq(resources.isDeleted, false)));
  return newest && { stamp: { ...newest, version: newest.versionId }, value: toResource(newest) };
});

/**
 * Finds the newest version of a resource, or one version of it.
 * @returns `undefined` when it never was, is deleted, or has no such version
 */
export async function findResource(db: Db, identifier: string, versionId?: number): Promise<Resource | undefined> {
  const { resourceVersions } = db.tables;
  const [newest] = await resourceStamp(db, { identifier });
  if (!newest) return undefined;
  if (versionId === undefined || versionId === newest.version) return resourceOf(db, identifier, newest);
  const [version] = await db
    .select({ versionId: resourceVersions.versionId, document: resourceVersions.document })
    .from(resourceVersions)
    .where(and(eq(resourceVersions.identifier, identifier), eq(resourceVersions.versionId, versionId)));
  return version && toResource(version);
}

/** Finds the newest versions of several resources at once; unknown and deleted ones are missing from the map. */
export async function findResources(db: Db, identifiers: readonly string[]): Promise<ReadonlyMap<string, Resource>> {
  if (identifiers.length === 0) return new Map();
  const { resources } = db.tables;
  const rows = await db
    .select(newestColumns(db))
    .from(resources)
    .where(and(inArray(resources.identifier, [...new Set(identifiers)]), eq(resources.isDeleted, false)));
  return new Map(rows.map(toResource).map((resource) => [resource.identifier, resource]));
}
