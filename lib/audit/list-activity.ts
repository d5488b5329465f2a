import { and, desc, eq, like, lt, or, type SQL } from 'drizzle-orm';
import type { Db } from '#db/open.ts';

/** As what an organisation reads its activity: customer, vendor or service owner. */
export type ActivitySide = 'party' | 'vendor' | 'owner';

/** One line of an activity page. */
export type Activity = {
  readonly id: number;
  readonly at: Date;
  readonly actorKind: 'person' | 'organisation' | 'system' | 'anonymous';
  readonly actorId: string;
  readonly actorName: string;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly onBehalfOf: string | undefined;
  readonly partyOrgNo: string | undefined;
  readonly vendorOrgNo: string | undefined;
  readonly ownerOrgNo: string | undefined;
};

/** A page of activity; `next` goes back in as `before`, and is absent on the last page. */
export type ActivityPage = { readonly items: readonly Activity[]; readonly next: ActivityPlace | undefined };

/** Where a page ended; of two events at one instant the later written is the newer. */
export type ActivityPlace = { readonly at: Date; readonly id: number };

const PAGE_SIZE = 50;

/** Whose activity, as what, of which kinds, and from where on. */
export type ActivityQuery = {
  readonly side: ActivitySide;
  readonly orgNo: string;
  /** Beginnings of actions, e.g. `client.`; all actions when there are none. */
  readonly prefixes?: readonly string[] | undefined;
  /** The `next` of the page before. */
  readonly before?: ActivityPlace | undefined;
  readonly limit?: number;
};

/**
 * Lists what has happened to an organisation, newest first. Names of other organisations' people are left out. Trusts
 * its caller; `readActivity` of parties is the verb.
 */
export async function listActivity(db: Db, input: ActivityQuery): Promise<ActivityPage> {
  const { auditEvents } = db.tables;
  const columns = { party: auditEvents.partyOrgNo, vendor: auditEvents.vendorOrgNo, owner: auditEvents.ownerOrgNo };
  const limit = input.limit ?? PAGE_SIZE;
  const rows = await db
    .select()
    .from(auditEvents)
    .where(
      and(
        eq(columns[input.side], input.orgNo),
        input.before &&
          or(
            lt(auditEvents.at, input.before.at),
            and(eq(auditEvents.at, input.before.at), lt(auditEvents.id, input.before.id)),
          ),
        anyOf(input.prefixes?.map((prefix) => like(auditEvents.action, `${prefix.replace(/[%_\\]/g, '')}%`))),
      ),
    )
    .orderBy(desc(auditEvents.at), desc(auditEvents.id))
    .limit(limit + 1);
  const items = rows.slice(0, limit).map((row) => toActivity(row, input));
  const last = items.at(-1);
  return { items, next: last && rows.length > limit ? { at: last.at, id: last.id } : undefined };
}

function anyOf(conditions: readonly SQL[] | undefined): SQL | undefined {
  return conditions === undefined || conditions.length === 0 ? undefined : or(...conditions);
}

type Row = Db['tables']['auditEvents']['$inferSelect'];

/** A customer's people stay with the customer: a vendor and a service owner see that a person did it, not who. */
function toActivity(row: Row, { side, orgNo }: { readonly side: ActivitySide; readonly orgNo: string }): Activity {
  const isForeign = row.partyOrgNo !== null && row.partyOrgNo !== orgNo && row.onBehalfOf !== orgNo;
  const isHidden = side !== 'party' && row.actorKind === 'person' && isForeign;
  return {
    id: Number(row.id),
    at: row.at,
    actorKind: row.actorKind,
    actorId: isHidden ? '' : row.actorId,
    actorName: isHidden ? '' : row.actorName,
    action: row.action,
    subjectType: row.subjectType,
    subjectId: row.subjectId,
    onBehalfOf: row.onBehalfOf ?? undefined,
    partyOrgNo: row.partyOrgNo ?? undefined,
    vendorOrgNo: row.vendorOrgNo ?? undefined,
    ownerOrgNo: row.ownerOrgNo ?? undefined,
  };
}
