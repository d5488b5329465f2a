import type { Db } from '#db/open.ts';
import { findOrganisation } from '../parties/find-party.ts';
import type { Organisation, Party } from '../parties/model.ts';
import { type HeldPackage, packagesHeld, rolesHeld } from '../parties/roles.ts';
import { PRIVATE_PERSON } from '../resources/access-packages/model.ts';
import { packagesOfRoles } from '../resources/access-packages/packages-of-roles.ts';

/** What somebody holds at a party: the party's own gifts and, for a sub-unit, those of its main unit. */
export type Holdings = { readonly roles: readonly string[]; readonly packages: readonly HeldPackage[] };

/** Reads roles and packages that a person or organisation holds at a party, and at its main unit. */
export async function readHoldings(db: Db, party: Party, holderUuid: string): Promise<Holdings> {
  const own = await holdingsAt(db, party.uuid, holderUuid);
  if (party.kind === 'person') {
    if (party.uuid !== holderUuid) return own;
    const packages = await packagesOfRoles(db, [PRIVATE_PERSON]);
    return { roles: [...own.roles, PRIVATE_PERSON], packages: [...own.packages, ...packages] };
  }
  const mainUnit = await findMainUnit(db, party);
  if (!mainUnit) return own;
  const inherited = await holdingsAt(db, mainUnit.uuid, holderUuid);
  return {
    roles: [...new Set([...own.roles, ...inherited.roles])],
    packages: [...own.packages, ...inherited.packages],
  };
}

/** The main unit of a sub-unit; `undefined` for all others. */
export async function findMainUnit(db: Db, organisation: Organisation): Promise<Organisation | undefined> {
  return organisation.parentOrgNo === undefined ? undefined : findOrganisation(db, organisation.parentOrgNo);
}

async function holdingsAt(db: Db, fromUuid: string, toUuid: string): Promise<Holdings> {
  return { roles: await rolesHeld(db, fromUuid, toUuid), packages: await packagesHeld(db, fromUuid, toUuid) };
}
