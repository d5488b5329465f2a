import { eq } from 'drizzle-orm';
import type { Context } from '../context/context.ts';
import { bindingProblem, statusProblem } from '../kernel/errors.ts';
import { assertChangingVendor } from './assert-vendor.ts';
import { recordChange, toChangedSystem } from './change-log.ts';
import { lockSystem, replaceClients, selectSystem, writeSystem } from './store.ts';

/**
 * Deletes a system softly: its id stays taken, its client ids are free. System users and requests stay readable, but get
 * no more tokens, since a lookup needs a live system with the client id.
 * @throws ProblemError 400 when it is unknown or deleted already, 403 agreement-missing · BareError 401, 403.
 * @see Altinn system register, DELETE vendor/{systemId}
 */
export async function deleteSystem(context: Context, systemId: string): Promise<void> {
  const { db, now } = context;
  const system = await selectSystem(db, eq(db.tables.systems.systemId, systemId));
  if (!system) throw bindingProblem({ return: ['System not found'] });
  const by = await assertChangingVendor(context, system.vendorOrgNo);
  await db.transaction(async (tx) => {
    const before = await lockSystem(tx, system.internalId);
    if (!before || before.isDeleted) throw statusProblem(400);
    await writeSystem(tx, system.internalId, { isDeleted: true, version: before.version + 1, updatedAt: now });
    await replaceClients(tx, system.internalId, []);
    await recordChange(tx, context, { system, by, type: 'delete', data: undefined, before: toChangedSystem(before) });
  });
}
