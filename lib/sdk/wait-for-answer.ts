import { NoAnswerYet, ServiceUnavailable } from './errors.ts';
import { pause } from './pause.ts';
import type { ChangeRequest, SystemUserRequest } from './wire.ts';

const TIMEOUT_MS = 600_000;
const FIRST_PAUSE_MS = 1000;
const PAUSE_MAX_MS = 30_000;
const GROWTH = 1.5;

/** How long to wait for an answer. */
export type AnswerOptions = {
  /** In milliseconds; ten minutes unless given. */
  readonly timeout?: number;
  readonly signal?: AbortSignal;
};

/** Reads a request until it has been answered or its deadline is past. */
export async function pollForAnswer<Request extends SystemUserRequest | ChangeRequest>(
  read: () => Promise<Request>,
  { timeout = TIMEOUT_MS, signal }: AnswerOptions,
): Promise<Request> {
  const endsAt = Date.now() + timeout;
  for (let ms = FIRST_PAUSE_MS; ; ms = Math.min(ms * GROWTH, PAUSE_MAX_MS)) {
    signal?.throwIfAborted();
    const seen = await unlessAway(read);
    if (!(seen instanceof ServiceUnavailable) && isFinal(seen)) return seen;
    const left = endsAt - Date.now();
    if (left <= 0) throw new NoAnswerYet(seen instanceof ServiceUnavailable ? seen : undefined);
    await pause(Math.min(ms, left), signal);
  }
}

function isFinal({ status, timedOut }: SystemUserRequest | ChangeRequest): boolean {
  return status !== 'New' || timedOut;
}

async function unlessAway<Result>(read: () => Promise<Result>): Promise<Result | ServiceUnavailable> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ServiceUnavailable) return error;
    throw error;
  }
}
