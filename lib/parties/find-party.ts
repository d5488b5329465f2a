import { and, asc, eq, inArray, like, or, type SQL, sql } from 'drizzle-orm';
import { amongTexts } from '#db/conditions.ts';
import type { Db } from '#db/open.ts';
import { prepared } from '#db/prepared.ts';
import { env } from '../config/env.ts';
import { keyedHash, unseal } from '../kernel/secrets.ts';
import type { Organisation, Party, Person } from './model.ts';
import { toOrganisation, toParty, toPerson } from './store.ts';

const SEARCH_LIMIT = 20;

const byOrgNo = preparedBy('orgNo');
const byUuid = preparedBy('uuid');
const byPartyId = preparedBy('partyId');

/** Finds an organisation by number or by a service owner's short code. */
export async function findOrganisation(
  db: Db,
  key: string | { readonly orgCode: string },
): Promise<Organisation | undefined> {
  const [row] =
    typeof key === 'string'
      ? await byOrgNo(db, { key })
      : [await findRow(db, eq(db.tables.parties.orgCode, key.orgCode))];
  return row?.kind === 'organisation' ? toOrganisation(row) : undefined;
}

/** Finds the names of several organisations at once, by number; unknown ones are missing from the map. */
export async function findOrganisationNames(db: Db, orgNos: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (orgNos.length === 0) return new Map();
  const { parties } = db.tables;
  const rows = await db
    .select({ orgNo: parties.orgNo, name: parties.name })
    .from(parties)
    .where(inArray(parties.orgNo, amongTexts(db, [...new Set(orgNos)])));
  return new Map(rows.map(({ orgNo, name }) => [orgNo ?? '', name]));
}

/** Finds the names of several people and organisations at once, by party uuid; unknown ones are missing from the map. */
export async function findPartyNames(db: Db, uuids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (uuids.length === 0) return new Map();
  const { parties } = db.tables;
  const rows = await db
    .select({ uuid: parties.uuid, name: parties.name })
    .from(parties)
    .where(inArray(parties.uuid, [...new Set(uuids)]));
  return new Map(rows.map(({ uuid, name }) => [uuid, name]));
}

/** Finds the organisations whose uuids a query gives, by uuid. */
export async function findOrganisationsAmong(db: Db, uuids: SQL): Promise<ReadonlyMap<string, Organisation>> {
  const { parties } = db.tables;
  const rows = await db
    .select()
    .from(parties)
    .where(and(eq(parties.kind, 'organisation'), inArray(parties.uuid, uuids)));
  return new Map(rows.map((row) => [row.uuid, toOrganisation(row)]));
}

/** The numbers of organisations whose name contains the text or whose number begins with its digits, for a condition. */
export function orgNosLike(db: Db, text: string) {
  const { parties } = db.tables;
  const digits = text.replaceAll(/\s/g, '');
  return db
    .select({ orgNo: parties.orgNo })
    .from(parties)
    .where(
      and(
        eq(parties.kind, 'organisation'),
        or(
          like(parties.searchName, `%${likeText(text)}%`),
          /^\d+$/.test(digits) ? like(parties.orgNo, `${digits}%`) : undefined,
        ),
      ),
    );
}

/** Finds anybody by party uuid or party id. */
export async function findParty(
  db: Db,
  key: { readonly uuid: string } | { readonly partyId: number },
): Promise<Party | undefined> {
  const [row] = 'uuid' in key ? await byUuid(db, { key: key.uuid }) : await byPartyId(db, { key: key.partyId });
  return row && toParty(row);
}

/** Finds a person; by number through its keyed hash, since the number itself is not stored in clear. */
export async function findPerson(
  db: Db,
  key:
    | { readonly personNo: string }
    | { readonly userId: number }
    | { readonly uuid: string }
    | { readonly userName: string },
): Promise<Person | undefined> {
  const row = await findRow(db, personCondition(db, key));
  return row?.kind === 'person' ? toPerson(row) : undefined;
}

/** Reads a person's number for those who must state it: the token generator and the PDP's synthetic register. */
export async function readPersonNo(db: Db, uuid: string): Promise<string | undefined> {
  const row = await findRow(db, eq(db.tables.parties.uuid, uuid));
  return row?.personSealed ? unseal(env().AUTH_SECRET, 'person-number', row.personSealed) : undefined;
}

/** Lists parties whose name contains the text, without regard to case; at most twenty, by name. */
export async function searchParties(db: Db, kind: Party['kind'], text: string): Promise<readonly Party[]> {
  const { parties } = db.tables;
  const rows = await db
    .select()
    .from(parties)
    .where(and(eq(parties.kind, kind), like(parties.searchName, `%${likeText(text)}%`)))
    .orderBy(asc(parties.searchName))
    .limit(SEARCH_LIMIT);
  return rows.map(toParty);
}

/** Lists every party of a kind by party id; the sandbox shows its register with it. */
export async function listParties(db: Db, kind: Party['kind']): Promise<readonly Party[]> {
  const { parties } = db.tables;
  const rows = await db.select().from(parties).where(eq(parties.kind, kind)).orderBy(asc(parties.partyId));
  return rows.map(toParty);
}

function preparedBy(column: 'orgNo' | 'uuid' | 'partyId') {
  return prepared(`party_by_${column}`, (db) => {
    const { parties } = db.tables;
    return db
      .select()
      .from(parties)
      .where(eq(parties[column], sql.placeholder('key')));
  });
}

async function findRow(db: Db, condition: SQL | undefined) {
  const [row] = await db.select().from(db.tables.parties).where(condition).limit(1);
  return row;
}

function personCondition(db: Db, key: Parameters<typeof findPerson>[1]): SQL {
  const { parties } = db.tables;
  if ('personNo' in key) return eq(parties.personHash, hashOfPersonNo(key.personNo));
  if ('userId' in key) return eq(parties.userId, key.userId);
  if ('uuid' in key) return eq(parties.uuid, key.uuid);
  return eq(parties.userName, key.userName);
}

/** The keyed hash under which a person number is found again. */
export function hashOfPersonNo(personNo: string): string {
  return keyedHash(env().AUTH_SECRET, 'person-number', personNo);
}

/** Search text without LIKE's wildcards. */
function likeText(text: string): string {
  return text.toLowerCase().replace(/[%_\\]/g, '');
}
