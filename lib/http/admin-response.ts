import { isUnstorable } from '#db/failures.ts';
import { now } from '../context/clock.ts';
import { BareError, ProblemError, STATUS_TITLES } from '../kernel/errors.ts';
import { tell } from '../kernel/happenings.ts';
import { currentTraceId } from '../kernel/trace.ts';
import { isDatabaseAway } from './database-away.ts';
import { log } from './log.ts';
import { type Answer, json, RETRY_AFTER_SECONDS } from './responses.ts';

const ERROR_NAMES: Readonly<Record<number, string>> = {
  400: 'invalid_request',
  401: 'invalid_token',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  409: 'conflict',
  412: 'version_conflict',
  413: 'content_too_large',
  415: 'unsupported_media_type',
  429: 'too_many_requests',
  503: 'temporarily_unavailable',
};

/**
 * Renders a refused call of Maskinporten's administration API: `status`, `timestamp`, `correlation_id`, `error`,
 * `error_description` and one entry of `errors` per member that is wrong. Never shows what was sent.
 * @see `maskinporten.md` §12.2
 */
export function adminResponse(error: unknown): Answer {
  const refused = toProblem(error);
  if (refused.code) tell('refusal', { code: refused.code });
  if (refused.status >= 500) log().error({ err: error }, 'administration call failed');
  const errors = Object.entries(refused.errors ?? {}).flatMap(([path, messages]) =>
    messages.map((errorMessage) => ({
      errorMessage,
      isFieldError: path !== '$',
      objectName: 'request',
      fieldIdentifier: path.replace(/^\$\.?/, ''),
    })),
  );
  return json(
    {
      status: refused.status,
      timestamp: now().toISOString(),
      correlation_id: currentTraceId(),
      error: refused.code ?? ERROR_NAMES[refused.status] ?? 'server_error',
      error_description: refused.message,
      errors,
    },
    refused.status,
    refused.headers,
  );
}

function toProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof BareError) {
    const { status, headers } = error;
    return new ProblemError({ status, title: STATUS_TITLES[status as keyof typeof STATUS_TITLES] ?? '', headers });
  }
  if (isUnstorable(error))
    return new ProblemError({ status: 400, title: 'A text holds a NUL character.', cause: error });
  const status = isDatabaseAway(error) ? 503 : 500;
  const headers: Record<string, string> = status === 503 ? { 'retry-after': RETRY_AFTER_SECONDS } : {};
  return new ProblemError({ status, title: STATUS_TITLES[status], headers, cause: error });
}
