import type { Transaction } from '#db/open.ts';
import { createOrganisation, createPerson, givePackage, giveRole } from '#lib/parties/create-party.ts';
import type { Organisation } from '#lib/parties/model.ts';
import { CLIENTS, ORG, ORGANISATIONS, PEOPLE, TECHNICAL_ADMINISTRATORS, TEST_OWNER } from './story.ts';

const CLAIMS_PACKAGE = 'urn:altinn:accesspackage:krav-og-utlegg';
const TECHNICAL_PACKAGE = 'urn:altinn:accesspackage:maskinporten-administrator';

/** Fills the register with the people and organisations of the story. */
export async function seedParties(tx: Transaction, at: Date): Promise<void> {
  const organisations = new Map<string, Organisation>();
  for (const details of [...ORGANISATIONS, ...CLIENTS.map((client) => ({ ...client, orgForm: 'AS' }))]) {
    const { orgNo, name, orgForm } = details;
    const orgCode = 'orgCode' in details ? details.orgCode : undefined;
    organisations.set(
      orgNo,
      await createOrganisation(tx, { orgNo, name, orgForm, at, ...(orgCode ? { orgCode } : {}) }),
    );
  }
  const uuidOf = (orgNo: string) => organisations.get(orgNo)?.uuid ?? '';

  const people = new Map<string, string>();
  for (const { roles, ...details } of PEOPLE) {
    const person = await createPerson(tx, { ...details, at });
    people.set(details.personNo, person.uuid);
    for (const { orgNo, role } of roles) await giveRole(tx, { fromUuid: uuidOf(orgNo), toUuid: person.uuid, role, at });
  }
  for (const { personNo, orgNo } of TECHNICAL_ADMINISTRATORS) {
    const toUuid = people.get(personNo) ?? '';
    await givePackage(tx, { fromUuid: uuidOf(orgNo), toUuid, packageUrn: TECHNICAL_PACKAGE, at });
  }
  for (const { orgNo, hasGivenPackage } of CLIENTS) {
    await engageAccountant(tx, { client: uuidOf(orgNo), accountant: uuidOf(ORG.rettRegnskap), hasGivenPackage, at });
  }
  // Last, since party ids are given in turn, and those of the others are written in documentation and suites.
  await createOrganisation(tx, { ...TEST_OWNER, at });
}

/** Makes one organisation the client of another, its accountant, to whom it may have given the claims too. */
export async function engageAccountant(
  tx: Transaction,
  {
    client,
    accountant,
    hasGivenPackage,
    at,
  }: { readonly client: string; readonly accountant: string; readonly hasGivenPackage: boolean; readonly at: Date },
): Promise<void> {
  const pair = { fromUuid: client, toUuid: accountant, at };
  await giveRole(tx, { ...pair, role: 'regnskapsforer' });
  if (hasGivenPackage) await givePackage(tx, { ...pair, packageUrn: CLAIMS_PACKAGE });
}
