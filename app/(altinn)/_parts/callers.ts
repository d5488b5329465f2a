import { assertPerson, assertScope } from '#lib/context/assert.ts';
import type { Context } from '#lib/context/context.ts';
import type { ApiRequest } from '#lib/http/api-request.ts';
import { readPartyId } from '#lib/http/route-values.ts';
import { assertPowerAt, type PartyKey } from '#lib/parties/assert-power-at.ts';
import type { Power } from '#lib/parties/authority.ts';
import type { REQUEST_READ, REQUEST_WRITE } from '#lib/requests/scopes.ts';
import { fromBearer } from '#lib/session/bearer.ts';

/** What the reference says of calls for an organisation's access managers. */
export const ACCESS_MANAGEMENT = 'access management at the organisation, level 3';

/** The person who calls. The token speaks before path and body: nobody learns whether those would have been right. */
export async function asPerson(request: ApiRequest, ...anyOf: readonly string[]): Promise<Context> {
  const context = await fromBearer(request);
  assertPerson(context, ...anyOf);
  return context;
}

/**
 * The person who calls, and then the organisation in the path. The power speaks before the rest of path, query and body,
 * as Altinn's policy enforcement point does; the verb decides again. Without one anybody may call.
 */
export async function readPartyCall(
  request: ApiRequest,
  party: string,
  { power, anyOf = [] }: { readonly power?: Power; readonly anyOf?: readonly string[] },
): Promise<{ readonly context: Context; readonly party: PartyKey }> {
  const context = await asPerson(request, ...anyOf);
  const key = { partyId: readPartyId(party) };
  if (power) await assertPowerAt(context, key, power);
  return { context, party: key };
}

/**
 * Whoever calls with a vendor's scope, which speaks before body and path: a bad body without a scope is 403. Whether the
 * token names a vendor the verb asks, so that a bad body is 400 all the same.
 */
export async function asVendor(
  request: ApiRequest,
  scope: typeof REQUEST_READ | typeof REQUEST_WRITE,
): Promise<Context> {
  const context = await fromBearer(request);
  assertScope(context, scope);
  return context;
}
