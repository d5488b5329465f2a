import type { Context } from '#lib/context/context.ts';
import type { ApiRequest } from '#lib/http/api-request.ts';
import { assertCaller } from '#lib/maskinporten/administration/authority.ts';
import { fromBearer } from '#lib/session/bearer.ts';

/** The caller, whose scope speaks before its body: a bad body without a token is 401, without a scope 403. */
export async function callerOf(request: ApiRequest, scopes: readonly string[]): Promise<Context> {
  const context = await fromBearer(request);
  assertCaller(context, scopes);
  return context;
}
