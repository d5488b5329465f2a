import { backEndFailed } from './problems.ts';

const TIMEOUT_MS = 5_000;

/** An answer that has been read whole. */
export type JsonAnswer = { readonly status: number; readonly headers: Headers; readonly body: unknown };

/**
 * Calls another service and reads its JSON; follows no redirect and waits at most five seconds.
 * @param service how the service is named in the refusal.
 * @returns `body` undefined when the answer is not JSON.
 * @throws KravError KB-002 when the service cannot be reached.
 */
export async function fetchJson(service: string, url: string, init: RequestInit = {}): Promise<JsonAnswer> {
  try {
    const response = await fetch(url, {
      ...init,
      redirect: 'error',
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return { status: response.status, headers: response.headers, body: parse(await response.text()) };
  } catch (cause) {
    throw backEndFailed(`${service} kan ikke nås nå.`, cause);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Says whether a parsed value is a JSON object. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
