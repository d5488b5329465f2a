import type { Db } from '#db/open.ts';
import type { Organisation, Party, Person } from './model.ts';

type Row = Db['tables']['parties']['$inferSelect'];

/** Turns a row into what the domain knows; hashes and sealed numbers stay behind. */
export function toParty(row: Row): Party {
  return row.kind === 'person' ? toPerson(row) : toOrganisation(row);
}

/** Turns the row of an organisation. */
export function toOrganisation(row: Row): Organisation {
  return {
    kind: 'organisation',
    uuid: row.uuid,
    partyId: row.partyId,
    name: row.name,
    orgNo: row.orgNo ?? '',
    orgForm: row.orgForm ?? '',
    parentOrgNo: row.parentOrgNo ?? undefined,
    orgCode: row.orgCode ?? undefined,
  };
}

/** Turns the row of a person. */
export function toPerson(row: Row): Person {
  return {
    kind: 'person',
    uuid: row.uuid,
    partyId: row.partyId,
    userId: row.userId ?? 0,
    userName: row.userName ?? '',
    name: row.name,
  };
}
