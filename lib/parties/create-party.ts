import { createHash } from 'node:crypto';
import type { Transaction } from '#db/open.ts';
import { nextSequence } from '#db/sequence.ts';
import { env } from '../config/env.ts';
import { seal } from '../kernel/secrets.ts';
import { hashOfPersonNo } from './find-party.ts';
import type { Organisation, Person } from './model.ts';
import { toOrganisation, toPerson } from './store.ts';

const FIRST_PARTY_ID = 50_000_001;
const FIRST_USER_ID = 20_000_001;

/** Adds an organisation to the register; its uuid follows from its number, so that a rebuilt sandbox keeps its links. */
export async function createOrganisation(
  tx: Transaction,
  details: {
    readonly orgNo: string;
    readonly name: string;
    readonly orgForm?: string;
    readonly parentOrgNo?: string;
    readonly orgCode?: string;
    readonly email?: string;
    readonly at: Date;
  },
): Promise<Organisation> {
  const [row] = await tx
    .insert(tx.tables.parties)
    .values({
      uuid: uuidFrom(`organisation:${details.orgNo}`),
      partyId: await nextId(tx, 'partyId', FIRST_PARTY_ID),
      kind: 'organisation',
      name: details.name,
      searchName: details.name.toLowerCase(),
      orgNo: details.orgNo,
      orgForm: details.orgForm ?? 'AS',
      parentOrgNo: details.parentOrgNo ?? null,
      orgCode: details.orgCode ?? null,
      email: details.email ?? null,
      createdAt: details.at,
    })
    .returning();
  if (!row) throw new Error('The organisation was not stored.');
  return toOrganisation(row);
}

/** Adds a person to the register; the number is stored as a keyed hash and sealed, never in clear. */
export async function createPerson(
  tx: Transaction,
  details: {
    readonly personNo: string;
    readonly name: string;
    readonly email?: string;
    readonly language?: 'nb' | 'nn' | 'en';
    readonly at: Date;
  },
): Promise<Person> {
  const userId = await nextId(tx, 'userId', FIRST_USER_ID);
  const [row] = await tx
    .insert(tx.tables.parties)
    .values({
      uuid: uuidFrom(`person:${hashOfPersonNo(details.personNo)}`),
      partyId: await nextId(tx, 'partyId', FIRST_PARTY_ID),
      kind: 'person',
      name: details.name,
      searchName: details.name.toLowerCase(),
      userId,
      userName: `${details.name.toLowerCase().replace(/[^a-z]+/g, '')}${userId}`,
      personHash: hashOfPersonNo(details.personNo),
      personSealed: seal(env().AUTH_SECRET, 'person-number', details.personNo),
      email: details.email ?? null,
      language: details.language ?? null,
      createdAt: details.at,
    })
    .returning();
  if (!row) throw new Error('The person was not stored.');
  return toPerson(row);
}

/** Gives `to` a role at `from`; giving it twice changes nothing. */
export async function giveRole(
  tx: Transaction,
  role: { readonly fromUuid: string; readonly toUuid: string; readonly role: string; readonly at: Date },
): Promise<void> {
  await tx
    .insert(tx.tables.partyRoles)
    .values({ fromUuid: role.fromUuid, toUuid: role.toUuid, role: role.role, since: role.at })
    .onConflictDoNothing();
}

/** Gives `to` an access package of `from` directly; giving it twice changes nothing. */
export async function givePackage(
  tx: Transaction,
  gift: { readonly fromUuid: string; readonly toUuid: string; readonly packageUrn: string; readonly at: Date },
): Promise<void> {
  await tx
    .insert(tx.tables.partyPackages)
    .values({ fromUuid: gift.fromUuid, toUuid: gift.toUuid, packageUrn: gift.packageUrn, since: gift.at })
    .onConflictDoNothing();
}

/** Party ids and user ids are counted apart; two that are added at once never get the same. */
async function nextId(tx: Transaction, column: 'partyId' | 'userId', first: number): Promise<number> {
  return first - 1 + (await nextSequence(tx, `parties.${column}`));
}

/** A version 8 (custom) UUID made from a name, RFC 9562 §5.8. */
function uuidFrom(name: string): string {
  const hex = createHash('sha256').update(`systembruker:${name}`).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
