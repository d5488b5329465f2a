import { type ApiCall, callApi } from './call-api.ts';
import type { Fetch } from './call-service.ts';

/** Where a token for a scope comes from; `token` of `createMaskinporten` is one. */
export type TokenSource = (request: { readonly scope: string }) => Promise<{ readonly accessToken: string }>;

/** One call: what it takes, and with which scope. */
export type AltinnCall = Pick<ApiCall, 'method' | 'body'> & { readonly scope: string; readonly path: string };

/** Gives the body of a success. Throws `AltinnRefused`, `ServiceUnavailable` and what the token source throws. */
export type CallAltinn = (call: AltinnCall) => Promise<unknown>;

/** Calls one platform with tokens from that source. @param base such as `https://platform.tt02.altinn.no` */
export function altinnCaller(fetch: Fetch, base: string, token: TokenSource): CallAltinn {
  return async ({ scope, path, ...call }) => {
    const { accessToken } = await token({ scope });
    const headers = { authorization: `Bearer ${accessToken}` };
    return callApi(fetch, { ...call, url: new URL(path, base).href, headers }, (status) => wordsOf(status, scope));
  };
}

/** An empty 401 or 403 is about the token, whatever the body was. */
function wordsOf(status: number, scope: string): string {
  if (status === 401) return 'The token is missing, not valid any more, or of another issuer.';
  if (status === 403) return `The token lacks the scope ${scope}, or this is not yours.`;
  return `HTTP ${status}`;
}
