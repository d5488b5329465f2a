import { type Answer, callService, type Fetch, isOutage, membersOf, textOf, unavailable } from './call-service.ts';
import { AltinnRefused } from './errors.ts';

/** One call of an API that speaks JSON and refuses as Altinn does. */
export type ApiCall = {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
};

/**
 * Makes the call and gives the body of a success.
 * @param words for a refusal that has none
 * @throws AltinnRefused, ServiceUnavailable
 */
export async function callApi(fetch: Fetch, call: ApiCall, words: (status: number) => string): Promise<unknown> {
  const { method = 'GET', url, headers, body } = call;
  const json = { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await callService(fetch, url, { method, ...(body === undefined ? { headers } : json) });
  if (isOutage(answer.status)) throw unavailable(url, answer);
  if (answer.status >= 300) throw toRefusal(answer, words);
  return answer.body;
}

/** Reads any of Altinn's ways to refuse (altinn-api.md §3): a problem, a list of faults, a text, or nothing at all. */
function toRefusal({ status, body }: Answer, words: (status: number) => string): AltinnRefused {
  const { code, title, detail, validationErrors, errors, traceId } = membersOf(body);
  const faults = Array.isArray(validationErrors) ? validationErrors.map(membersOf) : [];
  const texts = [
    ...faults.map((fault) => `${String(fault.title)} (${String(fault.code)})`),
    ...Object.entries(membersOf(errors)).map(([name, messages]) => `${name}: ${String(messages)}`),
  ];
  const codes = faults.length > 0 ? faults.map((fault) => fault.code) : [code];
  return new AltinnRefused({
    status,
    code: textOf(code) ?? String(status),
    codes: codes.map(textOf).filter((one) => one !== undefined),
    description: texts.join('; ') || (textOf(detail) ?? textOf(title) ?? textOf(body) ?? words(status)),
    traceId: textOf(traceId),
    body,
  });
}
