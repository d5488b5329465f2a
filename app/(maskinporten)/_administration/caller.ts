import type { Context } from '#lib/context/context.ts';
import type { ApiRequest } from '#lib/http/api-request.ts';
import { assertCaller } from '#lib/maskinporten/administration/authority.ts';
import { assertOwnClient } from '#lib/maskinporten/clients/own-client.ts';
import { fromBearer } from '#lib/session/bearer.ts';

/** The caller, whose scope speaks before its body: a bad body without a token is 401, without a scope 403. */
export async function callerOf(request: ApiRequest, scopes: readonly string[]): Promise<Context> {
  const context = await fromBearer(request);
  assertCaller(context, scopes);
  return context;
}

/** The caller, to whom the client belongs: a bad body about somebody else's is 403, about nobody's 404. */
export async function callerOfClient(
  request: ApiRequest,
  clientId: string,
  scopes: readonly string[],
): Promise<Context> {
  const context = await fromBearer(request);
  await assertOwnClient(context, clientId, scopes);
  return context;
}
