import { and, desc, eq, gte, like, lt, or, type SQL } from 'drizzle-orm';
import { contains } from '#db/conditions.ts';
import type { Db } from '#db/open.ts';
import { partyClientOf } from './party-client.ts';

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
  /** The client that a system user was connected to or let go; only the accountant itself sees whom. */
  readonly clientOrgNo: string | undefined;
};

/** A page of activity; `next` goes back in as `before`, and is absent on the last page. */
export type ActivityPage = { readonly items: readonly Activity[]; readonly next: ActivityPlace | undefined };

/** Where a page ended; of two events at one instant the later written is the newer. */
export type ActivityPlace = { readonly at: Date; readonly id: number };

const PAGE_SIZE = 50;

/** Of which kinds, from where on and how much of the trail. */
export type TrailQuery = {
  /** Beginnings of actions, e.g. `client.`; all actions when there are none. */
  readonly prefixes?: readonly string[] | undefined;
  /** The id of what an event was about, or a part of it where nothing has that id; '' is anything. */
  readonly about?: string | undefined;
  /** From that instant on, and before this one. */
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
  /** The `next` of the page before. */
  readonly before?: ActivityPlace | undefined;
  readonly limit?: number;
};

/** Whose activity, and as what. */
export type ActivityQuery = TrailQuery & {
  readonly side: ActivitySide;
  readonly orgNo: string;
  /** What narrows it further. */
  readonly among?: SQL | undefined;
};

/**
 * Lists what has happened to an organisation, newest first. Other organisations' people and clients are left out. Trusts
 * its caller; `readActivity` of parties is the verb.
 */
export async function listActivity(db: Db, input: ActivityQuery): Promise<ActivityPage> {
  const { auditEvents } = db.tables;
  const columns = { party: auditEvents.partyOrgNo, vendor: auditEvents.vendorOrgNo, owner: auditEvents.ownerOrgNo };
  const { items, next } = await listTrail(db, [and(eq(columns[input.side], input.orgNo), input.among)], input);
  return { items: items.map((event) => withoutForeign(event, input)), next };
}

/**
 * Lists the events that one of some conditions holds for, newest first and whole. Each is asked for by itself, so that an
 * index can lead to it. Trusts its caller.
 */
export async function listTrail(
  db: Db,
  amongs: readonly (SQL | undefined)[],
  query: TrailQuery,
): Promise<ActivityPage> {
  const { limit = PAGE_SIZE } = query;
  const about = query.about ? await isAbout(db, query.about) : undefined;
  let found: readonly Row[] = [];
  for (const among of amongs) {
    found = newest(
      [...found, ...(await selectTrail(db, and(among, about), { ...query, limit: limit + 1 }))],
      limit + 1,
    );
  }
  const items = found.slice(0, limit).map(toActivity);
  const last = items.at(-1);
  return { items, next: last && found.length > limit ? { at: last.at, id: last.id } : undefined };
}

function newest(rows: readonly Row[], limit: number): readonly Row[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()]
    .sort((one, other) => other.at.getTime() - one.at.getTime() || other.id - one.id)
    .slice(0, limit);
}

/** Whole ids stand in an index; only where nothing has that id, it may be a part of one. */
async function isAbout(db: Db, text: string): Promise<SQL | undefined> {
  const { subjectId } = db.tables.auditEvents;
  const isWhole = eq(subjectId, text);
  const [whole] = await db.select({ subjectId }).from(db.tables.auditEvents).where(isWhole).limit(1);
  return whole ? isWhole : contains(subjectId, text);
}

function selectTrail(
  db: Db,
  among: SQL | undefined,
  { prefixes, from, until, before, limit }: TrailQuery & { readonly limit: number },
): Promise<readonly Row[]> {
  const { auditEvents } = db.tables;
  const { action, at, id } = auditEvents;
  return db
    .select()
    .from(auditEvents)
    .where(
      and(
        among,
        before && or(lt(at, before.at), and(eq(at, before.at), lt(id, before.id))),
        from && gte(at, from),
        until && lt(at, until),
        anyOf(prefixes?.map((prefix) => like(action, `${prefix.replace(/[%_\\]/g, '')}%`))),
      ),
    )
    .orderBy(desc(at), desc(id))
    .limit(limit);
}

function anyOf(conditions: readonly SQL[] | undefined): SQL | undefined {
  return conditions === undefined || conditions.length === 0 ? undefined : or(...conditions);
}

type Row = Db['tables']['auditEvents']['$inferSelect'];

function toActivity(row: Row): Activity {
  return {
    id: Number(row.id),
    at: row.at,
    actorKind: row.actorKind,
    actorId: row.actorId,
    actorName: row.actorName,
    action: row.action,
    subjectType: row.subjectType,
    subjectId: row.subjectId,
    onBehalfOf: row.onBehalfOf ?? undefined,
    partyOrgNo: row.partyOrgNo ?? undefined,
    vendorOrgNo: row.vendorOrgNo ?? undefined,
    ownerOrgNo: row.ownerOrgNo ?? undefined,
    clientOrgNo: partyClientOf(row),
  };
}

/** A customer's people and clients stay with the customer: a vendor and a service owner see that a person did it, not who. */
function withoutForeign(of: Activity, { side, orgNo }: ActivityQuery): Activity {
  if (side === 'party') return of;
  const event = { ...of, clientOrgNo: undefined };
  const isForeign = event.partyOrgNo !== undefined && event.partyOrgNo !== orgNo && event.onBehalfOf !== orgNo;
  const isHidden = event.actorKind === 'person' && isForeign;
  return isHidden ? { ...event, actorId: '', actorName: '' } : event;
}
