import { type Answer, callService, type Fetch, isOutage, membersOf, textOf, unavailable } from './call-service.ts';
import { AltinnRefused } from './errors.ts';

/** Where a token for a scope comes from; `token` of `createMaskinporten` is one. */
export type TokenSource = (request: { readonly scope: string }) => Promise<{ readonly accessToken: string }>;

/** One call: what it takes, and with which scope. */
export type AltinnCall = {
  readonly scope: string;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
};

/** Calls one platform with the vendor's own tokens and gives the body of a success. Throws `AltinnRefused`, `ServiceUnavailable` and what the token source throws. */
export type CallAltinn = (call: AltinnCall) => Promise<unknown>;

/** @param base the address of the platform, such as `https://platform.tt02.altinn.no` */
export function altinnCaller(fetch: Fetch, base: string, token: TokenSource): CallAltinn {
  return async ({ scope, method = 'GET', path, body }) => {
    const { accessToken } = await token({ scope });
    const url = new URL(path, base).href;
    const headers = { authorization: `Bearer ${accessToken}` };
    const answer = await callService(fetch, url, {
      method,
      ...(body === undefined
        ? { headers }
        : { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    if (isOutage(answer.status)) throw unavailable(url, answer);
    if (answer.status >= 300) throw toRefusal(answer, scope);
    return answer.body;
  };
}

/** Reads any of Altinn's ways to refuse: a problem, a list of validation errors, a text, or nothing at all. */
function toRefusal({ status, body }: Answer, scope: string): AltinnRefused {
  const { code, title, detail, validationErrors, errors, traceId } = membersOf(body);
  const faults = Array.isArray(validationErrors) ? validationErrors.map(membersOf) : [];
  const texts = [
    ...faults.map((fault) => `${String(fault.title)} (${String(fault.code)})`),
    ...Object.entries(membersOf(errors)).map(([name, messages]) => `${name}: ${String(messages)}`),
  ];
  const codes =
    faults.length > 0 ? faults.map((fault) => String(fault.code)) : [textOf(code)].filter((one) => one !== undefined);
  return new AltinnRefused({
    status,
    code: textOf(code) ?? String(status),
    codes,
    description: texts.join('; ') || (textOf(detail) ?? textOf(title) ?? textOf(body) ?? wordsOf(status, scope)),
    traceId: textOf(traceId),
    body,
  });
}

/** An empty 401 or 403 is about the token, whatever the body was. */
function wordsOf(status: number, scope: string): string {
  if (status === 401) return 'The token is missing, not valid any more, or of another issuer.';
  if (status === 403) return `The token lacks the scope ${scope}, or this is not yours.`;
  return `HTTP ${status}`;
}
