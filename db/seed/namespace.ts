import type { Transaction } from '#db/open.ts';
import { nextSequence } from '#db/sequence.ts';
import { storeAgreement } from '#lib/onboarding/store-agreement.ts';
import { createOrganisation, createPerson, giveRole } from '#lib/parties/create-party.ts';
import { findOrganisation, findPerson } from '#lib/parties/find-party.ts';
import { registerSystem } from '#lib/register/register-system.ts';
import { vendorAt } from './cast.ts';
import type { GuestClient } from './guest-keys.ts';
import { seedVendor } from './maskinporten.ts';
import { engageAccountant } from './parties.ts';
import { orgNoAt, personNoAt } from './synthetic-numbers.ts';
import { SMARTCLOUD_CONTENTS } from './systems.ts';

const ORGANISATIONS = {
  vendor: 'LEVERANDØR',
  customer: 'KUNDE',
  accountant: 'REGNSKAP',
  accountantClient: 'KLIENT',
} as const;

const PEOPLE = {
  manager: { name: 'DAGLIG LEDER', at: 'customer', roles: ['DAGL'] },
  employee: { name: 'ANSATT', at: 'customer', roles: ['ANSATT'] },
  accountantManager: { name: 'REGNSKAPSFØRER', at: 'accountant', roles: ['DAGL', 'KLADM'] },
} as const;

/** What a party is in a namespace. */
export type NamespaceRole = keyof typeof ORGANISATIONS | keyof typeof PEOPLE;

/** What was made: the system, and the parties by uuid. */
export type NamespaceStory = {
  readonly systemId: string;
  readonly parties: Readonly<Record<NamespaceRole, string>>;
};

/**
 * Tells the beginning of the story once more, with nobody in it whom the story or another namespace knows: a vendor with
 * its agreement, its client and a system with the seeded right and packages, a customer with people, and an accountant with
 * a client. What follows, a request and its answer, is left to the reader.
 */
export async function seedNamespace(
  tx: Transaction,
  client: GuestClient,
  { name, at }: { readonly name: string; readonly at: Date },
): Promise<NamespaceStory> {
  const organisations = await addOrganisations(tx, name, at);
  const people = await addPeople(tx, organisations, { name, at });
  const { vendor, customer, accountant, accountantClient } = organisations;
  await engageAccountant(tx, {
    client: accountantClient.uuid,
    accountant: accountant.uuid,
    hasGivenPackage: true,
    at,
  });
  await storeAgreement(tx, {
    orgNo: vendor.orgNo,
    contactName: vendor.name,
    contactEmail: `utvikling@${name}.example`,
    purpose: `Automatiske tester i ${name}.`,
    status: 'test',
    at,
  });
  await seedVendor(tx, client, { orgNo: vendor.orgNo, name: `Regnskap ${name}`, at });
  const systemId = `${vendor.orgNo}_${name}`;
  await registerSystem(vendorAt(tx, at, vendor.orgNo), {
    systemId,
    vendorId: `0192:${vendor.orgNo}`,
    name: { nb: `Regnskap ${name}`, nn: `Rekneskap ${name}`, en: `Accounting ${name}` },
    description: { nb: 'Regnskapssystem for tester.', nn: 'Rekneskapssystem for testar.', en: 'Accounting for tests.' },
    ...SMARTCLOUD_CONTENTS,
    clientIds: [client.clientId],
    isVisible: false,
    allowedRedirectUrls: [],
  });
  const parties = {
    ...{ vendor: vendor.uuid, customer: customer.uuid },
    ...{ accountant: accountant.uuid, accountantClient: accountantClient.uuid },
    ...people,
  };
  return { systemId, parties };
}

async function addOrganisations(tx: Transaction, namespace: string, at: Date) {
  const add = async (kind: keyof typeof ORGANISATIONS) => {
    const orgNo = await takeNumber(tx, 'namespaces.org-no', orgNoAt, (taken) => findOrganisation(tx, taken));
    const name = `${namespace.toUpperCase()} ${ORGANISATIONS[kind]} AS`;
    const { uuid } = await createOrganisation(tx, { orgNo, name, at });
    return { uuid, orgNo, name };
  };
  return {
    vendor: await add('vendor'),
    customer: await add('customer'),
    accountant: await add('accountant'),
    accountantClient: await add('accountantClient'),
  };
}

async function addPeople(
  tx: Transaction,
  organisations: Awaited<ReturnType<typeof addOrganisations>>,
  { name: namespace, at }: { readonly name: string; readonly at: Date },
) {
  const add = async (kind: keyof typeof PEOPLE): Promise<string> => {
    const { name, roles, at: place } = PEOPLE[kind];
    const personNo = await takeNumber(tx, 'namespaces.person-no', personNoAt, (taken) =>
      findPerson(tx, { personNo: taken }),
    );
    const email = `${kind.toLowerCase()}@${namespace}.example`;
    const { uuid } = await createPerson(tx, { personNo, name: `${name} ${namespace.toUpperCase()}`, email, at });
    for (const role of roles) await giveRole(tx, { fromUuid: organisations[place].uuid, toUuid: uuid, role, at });
    return uuid;
  };
  return {
    manager: await add('manager'),
    employee: await add('employee'),
    accountantManager: await add('accountantManager'),
  };
}

/** Takes the next number that nobody has; the counter lets two that ask at once take turns. */
async function takeNumber(
  tx: Transaction,
  counter: string,
  numberAt: (index: number) => string | undefined,
  find: (number: string) => Promise<unknown>,
): Promise<string> {
  for (;;) {
    const number = numberAt((await nextSequence(tx, counter)) - 1);
    if (number !== undefined && (await find(number)) === undefined) return number;
  }
}
