import { and, eq, gte, lt, notExists } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import type { RequestKey } from './store.ts';

/** Requests that were made in that time, wait still, and were never announced as expired. */
export async function selectUnannounced(
  db: Db,
  created: { readonly from: Date; readonly before: Date },
  limit: number,
): Promise<readonly RequestKey[]> {
  const { systemUserRequests, changeRequests, vendorEvents } = db.tables;
  const announced = (id: typeof systemUserRequests.id | typeof changeRequests.id, type: string) =>
    db
      .select({ id: vendorEvents.id })
      .from(vendorEvents)
      .where(and(eq(vendorEvents.subject, id), eq(vendorEvents.type, type)));
  const waits = (table: typeof systemUserRequests | typeof changeRequests) =>
    and(
      eq(table.status, 'New'),
      eq(table.isDeleted, false),
      gte(table.createdAt, created.from),
      lt(table.createdAt, created.before),
    );
  const requests = await db
    .select({ kind: systemUserRequests.kind, id: systemUserRequests.id })
    .from(systemUserRequests)
    .where(
      and(waits(systemUserRequests), notExists(announced(systemUserRequests.id, 'no.systembruker.request.expired'))),
    )
    .limit(limit);
  const changes = await db
    .select({ id: changeRequests.id })
    .from(changeRequests)
    .where(and(waits(changeRequests), notExists(announced(changeRequests.id, 'no.systembruker.changerequest.expired'))))
    .limit(limit);
  return [...requests, ...changes.map(({ id }) => ({ kind: 'change' as const, id }))];
}
