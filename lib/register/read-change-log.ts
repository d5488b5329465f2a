import { desc, eq } from 'drizzle-orm';
import type { Context } from '../context/context.ts';
import { BareError } from '../kernel/errors.ts';
import { assertVendor } from './assert-vendor.ts';
import { findSystem } from './find-system.ts';
import type { SystemChange } from './model.ts';

/** Reads every change of an own system, newest first. @throws BareError 404 with a text, 401 or 403 for strangers. */
export async function readChangeLog(context: Context, systemId: string): Promise<readonly SystemChange[]> {
  const { db } = context;
  const system = await findSystem(db, { systemId });
  if (!system) throw new BareError(404, `System with ID ${systemId} not found.`);
  await assertVendor(context, system.vendorOrgNo);
  const { systemChanges } = db.tables;
  const rows = await db
    .select()
    .from(systemChanges)
    .where(eq(systemChanges.systemInternalId, system.internalId))
    .orderBy(desc(systemChanges.id));
  return rows.map((row) => ({ ...row, clientId: row.clientId ?? undefined }));
}
