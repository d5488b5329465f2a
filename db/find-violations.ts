import { and, eq, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import type { Db } from './open.ts';

/** A row that no sequence of whole transactions could have left, and the rule it breaks. */
export type Violation = { readonly rule: 'I1' | 'I2' | 'I3'; readonly id: string; readonly what: string };

/**
 * Looks for rows that contradict each other, as after a fault: I1 a system user is live exactly while it holds its place,
 * and none is suspended that has ended,
 * I2 a request is accepted exactly when its system user exists, I3 an approval has exactly one audit record.
 * @returns nothing in a sound database
 */
export async function findViolations(db: Db): Promise<readonly Violation[]> {
  const { auditEvents, systemUserRequests, systemUsers } = db.tables;
  const misplaced = await db
    .select({ id: systemUsers.id })
    .from(systemUsers)
    .where(
      or(
        and(eq(systemUsers.isDeleted, true), isNotNull(systemUsers.liveKey)),
        and(eq(systemUsers.isDeleted, false), isNull(systemUsers.liveKey)),
        and(eq(systemUsers.isDeleted, true), isNotNull(systemUsers.suspendedAt)),
      ),
    );
  const childless = await db
    .select({ id: systemUserRequests.id })
    .from(systemUserRequests)
    .leftJoin(systemUsers, eq(systemUsers.id, systemUserRequests.id))
    .where(and(eq(systemUserRequests.status, 'Accepted'), isNull(systemUsers.id)));
  const unasked = await db
    .select({ id: systemUsers.id })
    .from(systemUsers)
    .innerJoin(systemUserRequests, eq(systemUserRequests.id, systemUsers.id))
    .where(ne(systemUserRequests.status, 'Accepted'));
  const unrecorded = await db
    .select({ id: systemUserRequests.id })
    .from(systemUserRequests)
    .leftJoin(
      auditEvents,
      and(eq(auditEvents.subjectId, systemUserRequests.id), eq(auditEvents.action, 'request.approved')),
    )
    .where(eq(systemUserRequests.status, 'Accepted'))
    .groupBy(systemUserRequests.id)
    .having(sql`count(${auditEvents.id}) <> 1`);
  const named = (rule: Violation['rule'], what: string, rows: readonly { readonly id: string }[]) =>
    rows.map(({ id }) => ({ rule, id, what }));
  return [
    ...named(
      'I1',
      'The system user is live without its place, or ended and still holds it or is suspended.',
      misplaced,
    ),
    ...named('I2', 'The request is accepted and has no system user.', childless),
    ...named('I2', 'The system user exists and its request is not accepted.', unasked),
    ...named('I3', 'The approval has no audit record, or more than one.', unrecorded),
  ];
}
