import { asc, desc, eq, inArray, lt } from 'drizzle-orm';
import type { Db } from '#db/open.ts';

/** The most parties of a kind that are shown; a register made for measuring has many more. */
const PARTIES_MAX = 1000;

/** Reads the first parties of a kind, by party id. */
export function selectParties(db: Db, kind: 'person' | 'organisation') {
  const { parties } = db.tables;
  return db.select().from(parties).where(eq(parties.kind, kind)).orderBy(asc(parties.partyId)).limit(PARTIES_MAX);
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

/** Reads messages of the outbox, newest first. */
export async function selectOutbox(
  db: Db,
  { before, limit }: { readonly before: number | undefined; readonly limit: number },
) {
  const { outbox } = db.tables;
  return await db
    .select()
    .from(outbox)
    .where(before === undefined ? undefined : lt(outbox.id, before))
    .orderBy(desc(outbox.id))
    .limit(limit);
}
