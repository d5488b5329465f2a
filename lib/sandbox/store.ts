import { and, asc, desc, eq, gt, inArray, like, lt, or, type SQL } from 'drizzle-orm';
import { contains } from '#db/conditions.ts';
import type { Db } from '#db/open.ts';
import { type PageQuery, ROWS_PER_PAGE } from '../kernel/pages.ts';
import { hashOfPersonNo } from '../parties/find-party.ts';

/** The most parties of a kind that are shown; a register made for measuring has many more. */
const PARTIES_MAX = 1000;

/** Reads the first parties of a kind, by party id. */
export function selectParties(db: Db, kind: 'person' | 'organisation') {
  const { parties } = db.tables;
  return db.select().from(parties).where(eq(parties.kind, kind)).orderBy(asc(parties.partyId)).limit(PARTIES_MAX);
}

/** Reads the parties of a kind after a place, by party id and one further than a page holds, and counts all. */
export async function selectPartyPage(db: Db, kind: 'person' | 'organisation', { query = '', after = '' }: PageQuery) {
  const { parties } = db.tables;
  const sought = and(eq(parties.kind, kind), query === '' ? undefined : isLike(db, query));
  const rows = await db
    .select()
    .from(parties)
    .where(and(sought, /^\d{1,9}$/.test(after) ? gt(parties.partyId, Number(after)) : undefined))
    .orderBy(asc(parties.partyId))
    .limit(ROWS_PER_PAGE + 1);
  return { rows, total: await db.$count(parties, sought) };
}

function isLike(db: Db, query: string): SQL | undefined {
  const { parties } = db.tables;
  const digits = query.replaceAll(/\s/g, '');
  if (!/^\d+$/.test(digits)) return contains(parties.searchName, query.toLowerCase());
  return or(
    contains(parties.searchName, query),
    like(parties.orgNo, `${digits}%`),
    eq(parties.personHash, hashOfPersonNo(digits)),
  );
}

/** Reads the roles that these parties have been given, with the organisation that gave each. */
export async function selectRolesTo(db: Db, toUuids: readonly string[]) {
  if (toUuids.length === 0) return [];
  const { parties, partyRoles } = db.tables;
  return db
    .select({ toUuid: partyRoles.toUuid, role: partyRoles.role, orgNo: parties.orgNo, name: parties.name })
    .from(partyRoles)
    .innerJoin(parties, eq(parties.uuid, partyRoles.fromUuid))
    .where(inArray(partyRoles.toUuid, [...toUuids]))
    .orderBy(asc(parties.partyId), asc(partyRoles.role));
}

/** Reads active clients by the ids of their keys, each with its organisation's name. */
export async function selectClientsByKid(db: Db, kids: readonly string[]) {
  const { clientKeys, clients, parties } = db.tables;
  return db
    .select({
      kid: clientKeys.kid,
      clientId: clients.clientId,
      orgNo: clients.orgNo,
      organisation: parties.name,
      scopes: clients.scopes,
    })
    .from(clientKeys)
    .innerJoin(clients, eq(clients.clientId, clientKeys.clientId))
    .innerJoin(parties, eq(parties.orgNo, clients.orgNo))
    .where(and(inArray(clientKeys.kid, [...kids]), eq(clients.active, true)));
}

/** Where a page of the outbox ended; of two messages of one instant the later written is the newer. */
export type OutboxPlace = { readonly at: Date; readonly id: number };

/** Reads messages of the outbox, newest first. */
export async function selectOutbox(
  db: Db,
  { before, limit }: { readonly before: OutboxPlace | undefined; readonly limit: number },
) {
  const { outbox } = db.tables;
  return await db
    .select()
    .from(outbox)
    .where(
      before && or(lt(outbox.createdAt, before.at), and(eq(outbox.createdAt, before.at), lt(outbox.id, before.id))),
    )
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(limit);
}
