import { assertPerson } from '../context/assert.ts';
import type { Context, PersonActor } from '../context/context.ts';
import { forbidden } from '../kernel/errors.ts';
import { assertPower, type Power } from '../parties/authority.ts';
import { findParty } from '../parties/find-party.ts';
import type { Organisation } from '../parties/model.ts';

/** The scope of a signed-in person at the portal. */
export const END_USER = 'altinn:portal/enduser';

/** How a call names the organisation that it acts for. */
export type PartyKey = { readonly partyId: number } | { readonly uuid: string };

/**
 * Narrows to a person who has the power at the organisation that the call names.
 * @throws BareError 401 when nobody is signed in; 403 for an unknown organisation or without the power, alike.
 */
export async function assertCustomer(
  context: Context,
  key: PartyKey,
  power: Power,
): Promise<{ readonly actor: PersonActor; readonly organisation: Organisation }> {
  assertPerson(context);
  const organisation = await findParty(context.db, key);
  if (organisation?.kind !== 'organisation') throw forbidden();
  return { actor: await assertPower(context, organisation.uuid, power), organisation };
}
