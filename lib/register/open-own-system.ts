import { eq } from 'drizzle-orm';
import type { Transaction } from '#db/open.ts';
import type { Context } from '../context/context.ts';
import { BareError } from '../kernel/errors.ts';
import { assertChangingVendor, type RegisterCaller } from './assert-vendor.ts';
import type { RegisteredSystem } from './model.ts';
import { lockSystem, type StoredDetails, selectSystem, writeSystem } from './store.ts';

/**
 * Finds a system that the caller may change, and lets the caller's own checks speak before a deleted system is refused.
 * @throws BareError 404 with a text when there is none, 401 or 403 for strangers, 400 with a text when it is deleted
 * · ProblemError 403 agreement-missing.
 */
export async function openOwnSystem(
  context: Context,
  systemId: string,
  check: (system: RegisteredSystem) => void = () => {},
): Promise<{ readonly system: RegisteredSystem; readonly by: RegisterCaller }> {
  const system = await selectSystem(context.db, eq(context.db.tables.systems.systemId, systemId));
  if (!system) throw systemNotFound(systemId);
  const by = await assertChangingVendor(context, system.vendorOrgNo);
  check(system);
  if (system.isDeleted) throw systemDeleted();
  return { system, by };
}

/**
 * Writes a change to a system under its lock, so that two changes follow one another.
 * @returns the system as it was before
 * @throws BareError 400 with a text when it has been deleted in the meantime.
 */
export async function changeSystem(
  tx: Transaction,
  internalId: string,
  change: Partial<StoredDetails> & { readonly updatedAt: Date },
): Promise<RegisteredSystem> {
  const before = await lockSystem(tx, internalId);
  if (!before || before.isDeleted) throw systemDeleted();
  await writeSystem(tx, internalId, { ...change, version: before.version + 1 });
  return before;
}

/** What a change of an unknown system answers. */
export function systemNotFound(systemId: string): BareError {
  return new BareError(404, `System with ID '${systemId}' not found.`);
}

function systemDeleted(): BareError {
  return new BareError(400, 'Cannot update a system marked as deleted.');
}
