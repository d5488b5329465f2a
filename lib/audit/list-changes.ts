import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Db } from '#db/open.ts';

/** One change of a subject as it was recorded: by whom, and what was there before and after. */
export type RecordedChange = {
  readonly id: number;
  readonly at: Date;
  readonly actorKind: 'person' | 'organisation' | 'system' | 'anonymous';
  readonly actorName: string;
  readonly action: string;
  readonly before: unknown;
  readonly after: unknown;
};

/** Lists the newest changes of one subject of a service owner, newest first. Trusts its caller. */
export async function listChanges(
  db: Db,
  key: {
    readonly ownerOrgNo: string;
    readonly subjectId: string;
    readonly actions: readonly string[];
    readonly limit: number;
  },
): Promise<readonly RecordedChange[]> {
  const { auditEvents } = db.tables;
  return db
    .select({
      id: auditEvents.id,
      at: auditEvents.at,
      actorKind: auditEvents.actorKind,
      actorName: auditEvents.actorName,
      action: auditEvents.action,
      before: auditEvents.before,
      after: auditEvents.after,
    })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.ownerOrgNo, key.ownerOrgNo),
        eq(auditEvents.subjectId, key.subjectId),
        inArray(auditEvents.action, [...key.actions]),
      ),
    )
    .orderBy(desc(auditEvents.at), desc(auditEvents.id))
    .limit(key.limit);
}
