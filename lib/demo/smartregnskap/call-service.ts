const TIMEOUT_MS = 10_000;

/** Thrown when a service cannot be reached, or answers in a way that no contract knows. */
export class ServiceError extends Error {
  constructor(service: string, cause?: unknown) {
    super(`${service} cannot be reached now`, { cause });
    this.name = 'ServiceError';
  }
}

/** An answer that has been read whole; `body` is undefined when it is not JSON. */
export type Answer = {
  readonly status: number;
  readonly body: unknown;
  /** When the service says that it answered. */
  readonly date: Date | undefined;
};

/**
 * Calls a service and reads its JSON; follows no redirect.
 * @throws ServiceError when there is no answer.
 */
export async function callService(service: string, url: string, init: RequestInit = {}): Promise<Answer> {
  try {
    const response = await fetch(url, {
      ...init,
      redirect: 'error',
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const date = response.headers.get('date');
    return {
      status: response.status,
      body: parse(await response.text()),
      date: date === null ? undefined : new Date(date),
    };
  } catch (cause) {
    throw new ServiceError(service, cause);
  }
}

/** The exchange answers with a bare token, in quotes or not: what is not JSON is the text itself. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The members of a JSON object; of anything else none. */
export function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** The objects in a JSON list; of anything else none. */
export function objectsOf(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.map(membersOf) : [];
}
