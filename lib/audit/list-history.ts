import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import { partyClientOf } from './party-client.ts';

/** One row of the audit trail as people read it. */
export type HistoryEntry = {
  readonly id: number;
  readonly at: Date;
  readonly actorName: string;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  /** The client that a system user was connected to or let go. */
  readonly clientOrgNo: string | undefined;
};

const HISTORY_MAX = 200;

/** Lists what has happened to some subjects of an organisation, newest first. Trusts its caller. */
export async function listHistory(
  db: Db,
  key: { readonly partyOrgNo: string; readonly subjectIds: readonly string[] },
): Promise<readonly HistoryEntry[]> {
  const { auditEvents } = db.tables;
  const rows = await db
    .select({
      id: auditEvents.id,
      at: auditEvents.at,
      actorName: auditEvents.actorName,
      action: auditEvents.action,
      subjectType: auditEvents.subjectType,
      subjectId: auditEvents.subjectId,
      after: auditEvents.after,
    })
    .from(auditEvents)
    .where(and(eq(auditEvents.partyOrgNo, key.partyOrgNo), inArray(auditEvents.subjectId, [...key.subjectIds])))
    .orderBy(desc(auditEvents.id))
    .limit(HISTORY_MAX);
  return rows.map(({ after, ...row }) => ({ ...row, clientOrgNo: partyClientOf({ action: row.action, after }) }));
}
