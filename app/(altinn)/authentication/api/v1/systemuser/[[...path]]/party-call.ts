import { assertPerson } from '#lib/context/assert.ts';
import type { Context } from '#lib/context/context.ts';
import { readPartyId } from '#lib/http/route-values.ts';
import type { PartyKey } from '#lib/parties/assert-power-at.ts';
import { fromBearer } from '#lib/session/bearer.ts';

/** The person who calls and the organisation in the path; who is not signed in hears of that before anything else. */
export async function readPartyCall(
  request: Request,
  party: string,
): Promise<{ readonly context: Context; readonly party: PartyKey }> {
  const context = await fromBearer(request);
  assertPerson(context);
  return { context, party: { partyId: readPartyId(party) } };
}
