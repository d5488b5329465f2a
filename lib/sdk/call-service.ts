import { ServiceUnavailable } from './errors.ts';

const TIMEOUT_MS = 10_000;

/** The platform's `fetch`, or one that is called like it. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** An answer that has been read whole. */
export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed when it is JSON, otherwise the text as it stands. */
  readonly body: unknown;
};

/**
 * Calls a service and reads its answer, whatever its status; follows no redirect.
 * @throws ServiceUnavailable when there is no answer.
 */
export async function callService(fetch: Fetch, url: string, init: RequestInit = {}): Promise<Answer> {
  try {
    const response = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
    return { status: response.status, headers: response.headers, body: parse(await response.text()) };
  } catch (cause) {
    throw new ServiceUnavailable(`No answer from ${new URL(url).origin}`, { cause });
  }
}

/** An answer that is no answer, for the caller to throw. */
export function unavailable(url: string, { status, headers }: Answer): ServiceUnavailable {
  return new ServiceUnavailable(`${new URL(url).origin} answered with HTTP ${status}, which is no answer`, {
    status,
    retryAfterSeconds: retryAfterOf(headers),
  });
}

/** Whether a status says that the service, not the call, is why there is no answer. */
export function isOutage(status: number): boolean {
  return status >= 500 || status === 429;
}

/** The members of a JSON object; of anything else none. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** The text, or `undefined` for what is no text or empty. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/**
 * Takes a body for what it should be, once it has the text that everything of that kind has.
 * @throws ServiceUnavailable when something else answered, such as a page of a network on the way
 */
export function asType<Type>(body: unknown, member: keyof Type & string): Type {
  if (textOf(membersOf(body)[member]) !== undefined) return body as Type;
  throw new ServiceUnavailable(`The answer has no ${member}, so it is of something else`);
}

/** `Retry-After` in seconds; a date, which none of the services sends, counts as absent (RFC 9110 §10.2.3). */
function retryAfterOf(headers: Headers): number | undefined {
  const value = headers.get('retry-after') ?? '';
  return /^[0-9]{1,9}$/.test(value) ? Number(value) : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
