import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Db, Transaction } from '#db/open.ts';
import type { Forward } from './model.ts';

/** Lists who has sent the requests on, earliest first. */
export async function selectForwards(db: Db, requestIds: readonly string[]): Promise<readonly Forward[]> {
  if (requestIds.length === 0) return [];
  const { requestForwards } = db.tables;
  const rows = await db
    .select()
    .from(requestForwards)
    .where(inArray(requestForwards.requestId, [...requestIds]))
    .orderBy(asc(requestForwards.forwardedAt));
  return rows.map(toForward);
}

/** Adds or replaces the person's forward of a request; there is one for each. */
export async function saveForward(tx: Transaction, forward: Forward): Promise<void> {
  const { requestForwards } = tx.tables;
  const { requestId, fromUuid, ...rest } = forward;
  const values = {
    ...rest,
    toUuid: rest.toUuid ?? null,
    toName: rest.toName ?? null,
    remindedAt: rest.remindedAt ?? null,
  };
  const same = and(eq(requestForwards.requestId, requestId), eq(requestForwards.fromUuid, fromUuid));
  const updated = await tx.update(requestForwards).set(values).where(same).returning({ id: requestForwards.requestId });
  if (updated.length > 0) return;
  await tx.insert(requestForwards).values({ requestId, fromUuid, ...values });
}

function toForward(row: Db['tables']['requestForwards']['$inferSelect']): Forward {
  return {
    ...row,
    toUuid: row.toUuid ?? undefined,
    toName: row.toName ?? undefined,
    remindedAt: row.remindedAt ?? undefined,
  };
}
