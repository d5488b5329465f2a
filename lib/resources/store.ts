import type { Db } from '#db/open.ts';
import type { Resource, ResourceDetails } from './model.ts';

type Row = { readonly versionId: number; readonly document: Record<string, unknown> };

/** Turns a stored document into the resource it is; documents are written by this domain only, already checked. */
export function toResource(row: Row): Resource {
  return { ...(row.document as unknown as ResourceDetails), versionId: row.versionId };
}

/** The columns that a read of the newest version needs. */
export function newestColumns(db: Db) {
  const { resources } = db.tables;
  return { versionId: resources.versionId, document: resources.document };
}
