import { env } from '../config/env.ts';
import type { Context } from '../context/context.ts';
import { findOrganisation, listParties, searchParties } from '../parties/find-party.ts';
import type { Organisation, Party, Person } from '../parties/model.ts';
import { organisationsOf, peopleOf, rolesHeld } from '../parties/roles.ts';

const SUGGESTIONS_MAX = 12;

/** A synthetic person as the test log-in shows one: where the person is known, and by which role. */
export type Suggestion = {
  readonly person: Person;
  readonly organisation: Organisation | undefined;
  readonly role: string | undefined;
};

/**
 * Suggests synthetic people to sign in as: the first of the register, or those whose name, organisation or organisation
 * number matches. Empty in production, where there is no test log-in.
 */
export async function suggestPeople(context: Context, query: string): Promise<readonly Suggestion[]> {
  if (env().PORTAL_ENVIRONMENT === 'production') return [];
  const { db } = context;
  const text = query.trim();
  if (text === '') return suggestAll(context, await listParties(db, 'person'));
  const organisations = await matchingOrganisations(context, text);
  const staff: Suggestion[] = [];
  for (const organisation of organisations) {
    const people = await peopleOf(db, organisation.uuid);
    staff.push(...people.map(({ person, roles }) => ({ person, organisation, role: roles[0] })));
  }
  const byName = await suggestAll(context, await searchParties(db, 'person', text));
  const seen = new Set<string>();
  return [...byName, ...staff]
    .filter(({ person }) => !seen.has(person.uuid) && seen.add(person.uuid))
    .slice(0, SUGGESTIONS_MAX);
}

async function matchingOrganisations({ db }: Context, text: string): Promise<readonly Organisation[]> {
  const digits = text.replace(/[\s\u00a0]/g, '');
  const byNumber = /^\d{9}$/.test(digits) ? await findOrganisation(db, digits) : undefined;
  const found = byNumber ? [byNumber] : await searchParties(db, 'organisation', text);
  return found.filter((party) => party.kind === 'organisation');
}

async function suggestAll({ db }: Context, parties: readonly Party[]): Promise<readonly Suggestion[]> {
  const suggestions: Suggestion[] = [];
  for (const person of parties.slice(0, SUGGESTIONS_MAX)) {
    if (person.kind !== 'person') continue;
    const places: Suggestion[] = [];
    for (const organisation of await organisationsOf(db, person.uuid)) {
      const [role] = await rolesHeld(db, organisation.uuid, person.uuid);
      places.push({ person, organisation, role });
    }
    places.sort((a, b) => rank(a.role) - rank(b.role));
    suggestions.push(places[0] ?? { person, organisation: undefined, role: undefined });
  }
  return suggestions;
}

/** A general manager is known by that before anything else. */
function rank(role: string | undefined): number {
  return role === 'DAGL' ? 0 : role === undefined ? 2 : 1;
}
