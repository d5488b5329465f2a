/** What came of a message to the collector. */
export type Outcome = {
  /** Why it was not taken; `undefined` when it was. */
  readonly trouble: string | undefined;
  /** Whether the same message may be taken later. */
  readonly mayRetry: boolean;
  /** When the collector wants to be asked again, in milliseconds from now. */
  readonly retryAfterMs?: number | undefined;
  /** How many of the spans in a message that was taken the collector did not want. */
  readonly rejected: number;
};

const TIMEOUT_MS = 10_000;
const RETRY_AFTER_MAX_MS = 60_000;
/** @see https://opentelemetry.io/docs/specs/otlp/#retryable-response-codes */
const RETRYABLE = new Set([429, 502, 503, 504]);

type Message = {
  readonly endpoint: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/**
 * Posts spans to the collector once; follows no redirect. Never throws.
 * @see https://opentelemetry.io/docs/specs/otlp/#otlphttp-response
 */
export async function postSpans({ endpoint, headers, body }: Message, stopping: AbortSignal): Promise<Outcome> {
  try {
    const answer = await fetch(endpoint, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body,
      redirect: 'manual',
      signal: AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), stopping]),
    });
    const text = await answer.text();
    if (answer.ok) return { trouble: undefined, mayRetry: false, rejected: rejectedOf(text) };
    const mayRetry = RETRYABLE.has(answer.status);
    const retryAfterMs = mayRetry ? pauseOf(answer.headers.get('retry-after')) : undefined;
    return { trouble: `HTTP ${answer.status}`, mayRetry, retryAfterMs, rejected: 0 };
  } catch (error) {
    return { trouble: nameOf(error), mayRetry: true, rejected: 0 };
  }
}

/** Spans that were left out of a message that was taken; an answer that is no JSON tells of none. */
function rejectedOf(text: string): number {
  try {
    return Number(JSON.parse(text)?.partialSuccess?.rejectedSpans) || 0;
  } catch {
    return 0;
  }
}

function pauseOf(retryAfter: string | null): number | undefined {
  if (retryAfter === null || !/^[0-9]+$/.test(retryAfter)) return undefined;
  return Math.min(Number(retryAfter) * 1000, RETRY_AFTER_MAX_MS);
}

function nameOf(error: unknown): string {
  const { name, cause } = error as { readonly name?: string; readonly cause?: { readonly code?: string } };
  return cause?.code ?? name ?? 'unknown';
}
