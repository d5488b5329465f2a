import { eq } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import { parseUuid } from '../../kernel/brands.ts';

/** The attributes that a party can be named by. */
export const ORG_NO_URN = 'urn:altinn:organization:identifier-no';
export const PARTY_UUID_URN = 'urn:altinn:party:uuid';
export const PARTY_ID_URN = 'urn:altinn:party:id';

/** How a caller names a party. */
export type PartyReference = { readonly orgNo: string } | { readonly partyUuid: string } | { readonly partyId: number };

/** Reads `urn:altinn:organization:identifier-no:…`, `urn:altinn:party:uuid:…` or `urn:altinn:party:id:…`. */
export function parsePartyUrn(urn: string): PartyReference | undefined {
  const split = urn.lastIndexOf(':');
  const value = urn.slice(split + 1);
  switch (urn.slice(0, split).toLowerCase()) {
    case ORG_NO_URN:
      return /^[0-9]{9}$/.test(value) ? { orgNo: value } : undefined;
    case PARTY_UUID_URN: {
      const partyUuid = parseUuid(value);
      return partyUuid ? { partyUuid } : undefined;
    }
    case PARTY_ID_URN:
      return /^[0-9]{1,9}$/.test(value) ? { partyId: Number(value) } : undefined;
    default:
      return undefined;
  }
}

/** Finds the organisation that a reference names; `undefined` for people too, whom no list may hold. */
export async function findReferenced(
  db: Db,
  reference: PartyReference,
): Promise<{ readonly orgNo: string; readonly partyUuid: string } | undefined> {
  const { parties } = db.tables;
  const [row] = await db
    .select({ orgNo: parties.orgNo, partyUuid: parties.uuid })
    .from(parties)
    .where(
      'orgNo' in reference
        ? eq(parties.orgNo, reference.orgNo)
        : 'partyUuid' in reference
          ? eq(parties.uuid, reference.partyUuid)
          : eq(parties.partyId, reference.partyId),
    );
  return row?.orgNo ? { orgNo: row.orgNo, partyUuid: row.partyUuid } : undefined;
}
