import type { Db } from '#db/open.ts';
import { isSynthetic, parsePersonNo } from '../kernel/brands.ts';
import { findPerson, readPersonNo } from '../parties/find-party.ts';
import type { Person } from '../parties/model.ts';

/** Why the test log-in refused, as the key of its text. */
export const LOGIN_REFUSALS = ['empty', 'malformed', 'notSynthetic', 'unknown', 'tooMany', 'failed'] as const;
export type LoginRefusal = (typeof LOGIN_REFUSALS)[number];

/** Thrown inside next-auth, which hands the message on as the error code. */
class LoginRefused extends Error {
  constructor(refusal: LoginRefusal) {
    super(refusal);
    this.name = 'LoginRefused';
  }
}

/**
 * Finds the synthetic person that a number, or a choice from the list, names. Fails closed: a number that could belong
 * to somebody is refused before it is looked up, stored or logged (B30).
 * @throws LoginRefused
 */
export async function findSyntheticPerson(
  db: Db,
  given: { readonly personNo: string } | { readonly personUuid: string },
): Promise<Person> {
  const text = 'personNo' in given ? given.personNo : await readPersonNo(db, given.personUuid);
  const digits = (text ?? '').replace(/[\s\u00a0]/g, '');
  if (digits === '') throw new LoginRefused('personNo' in given ? 'empty' : 'unknown');
  const personNo = parsePersonNo(digits);
  if (!personNo) throw new LoginRefused('malformed');
  if (!isSynthetic(personNo)) throw new LoginRefused('notSynthetic');
  const person = await findPerson(db, { personNo });
  if (!person) throw new LoginRefused('unknown');
  return person;
}
