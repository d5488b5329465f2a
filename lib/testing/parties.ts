import type { Db } from '#db/open.ts';
import type { PersonActor } from '../context/context.ts';
import { createOrganisation, createPerson, giveRole } from '../parties/create-party.ts';
import type { Organisation, Person } from '../parties/model.ts';
import { aPersonActor, TEST_NOW } from './context.ts';

let counter = 0;

/** A synthetic organisation number with a right control digit that no earlier test of this process had. */
export function anOrgNo(): string {
  for (;;) {
    counter += 1;
    const stem = String(31_100_000 + counter);
    const sum = [3, 2, 7, 6, 5, 4, 3, 2].reduce((total, weight, index) => total + weight * Number(stem[index]), 0);
    const digit = 11 - (sum % 11);
    if (digit !== 10) return `${stem}${digit === 11 ? 0 : digit}`;
  }
}

/** A synthetic person number (month + 80) with both control digits right. */
export function aPersonNo(): string {
  for (;;) {
    counter += 1;
    const stem = `018190${String(counter % 1000).padStart(3, '0')}`;
    const first = control(stem, [3, 7, 6, 1, 8, 9, 4, 5, 2]);
    if (first === undefined) continue;
    const second = control(`${stem}${first}`, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
    if (second !== undefined) return `${stem}${first}${second}`;
  }
}

function control(digits: string, weights: readonly number[]): number | undefined {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const digit = 11 - (sum % 11);
  if (digit === 11) return 0;
  return digit === 10 ? undefined : digit;
}

/** An organisation in the register. */
export async function anOrganisation(
  db: Db,
  differences: { orgNo?: string; name?: string; orgForm?: string; parentOrgNo?: string; orgCode?: string } = {},
): Promise<Organisation> {
  const orgNo = differences.orgNo ?? anOrgNo();
  return db.transaction((tx) => createOrganisation(tx, { name: `TEST ${orgNo}`, at: TEST_NOW, ...differences, orgNo }));
}

/** A person in the register, with roles at an organisation when asked. */
export async function aPerson(
  db: Db,
  differences: { name?: string; personNo?: string; at?: Organisation; roles?: readonly string[] } = {},
): Promise<Person> {
  return db.transaction(async (tx) => {
    const person = await createPerson(tx, {
      personNo: differences.personNo ?? aPersonNo(),
      name: differences.name ?? 'RASK TESTPERSON',
      at: TEST_NOW,
    });
    for (const role of differences.roles ?? []) {
      await giveRole(tx, { fromUuid: differences.at?.uuid ?? '', toUuid: person.uuid, role, at: TEST_NOW });
    }
    return person;
  });
}

/** The signed-in actor of a person of the register, at level 3. */
export function actorOf(person: Person, differences: Partial<PersonActor> = {}): PersonActor {
  return aPersonActor({
    partyUuid: person.uuid,
    partyId: person.partyId,
    userId: person.userId,
    name: person.name,
    ...differences,
  });
}
