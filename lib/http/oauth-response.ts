import { isUnstorable } from '#db/failures.ts';
import { BareError, OAuthError, ProblemError } from '../kernel/errors.ts';
import { tell } from '../kernel/happenings.ts';
import { currentTraceId } from '../kernel/trace.ts';
import { isDatabaseAway } from './database-away.ts';
import { log } from './log.ts';
import { type Answer, json, RETRY_AFTER_SECONDS } from './responses.ts';

/**
 * Renders a refused token request: `error`, `error_description` ending in the trace id, and always `error_uri`,
 * whose last segment is the code.
 * @param issuer with its trailing slash
 * @see RFC 6749 §5.2
 */
export function oauthResponse(issuer: string, error: unknown): Answer {
  const refused = toOAuthError(error);
  tell('refusal', { code: refused.code });
  const traceId = currentTraceId();
  if (refused.status >= 500) log().error({ err: error }, 'token request failed');
  return json(
    {
      error: refused.error,
      error_description: `${refused.message} (trace_id: ${traceId})`,
      error_uri: `${issuer}errors/${refused.code}`,
    },
    refused.status,
    { 'content-type': 'application/json', 'cache-control': 'no-store', pragma: 'no-cache', ...refused.headers },
  );
}

function toOAuthError(error: unknown): OAuthError {
  if (error instanceof OAuthError) return error;
  if (isUnstorable(error)) return toOAuthError(new BareError(400, 'A text holds a NUL character.'));
  if (error instanceof BareError) {
    return new OAuthError({
      error: 'invalid_request',
      code: 'MP-011',
      description: describe(error),
      status: error.status,
      headers: error.headers,
    });
  }
  if (error instanceof ProblemError && error.status === 429) {
    return new OAuthError({
      error: 'temporarily_unavailable',
      code: 'too-many-requests',
      description: 'Too many requests. Wait as long as Retry-After says.',
      status: 429,
      headers: error.headers,
    });
  }
  if (isDatabaseAway(error)) {
    return new OAuthError({
      error: 'temporarily_unavailable',
      code: 'unavailable',
      description: 'The service cannot answer right now. Try again.',
      status: 503,
      headers: { 'retry-after': RETRY_AFTER_SECONDS },
      cause: error,
    });
  }
  return new OAuthError({
    error: 'server_error',
    code: 'server-error',
    description: 'An unexpected error occurred.',
    status: 500,
    cause: error,
  });
}

/** Clients look for the words of MP-011 in a 400 that has its code. */
function describe({ status, body }: BareError): string {
  if (status === 400) return `Invalid assertion. Invalid parameter value. ${body || 'The body is not UTF-8.'}`;
  return body || (BARE_TEXTS[status] ?? 'Invalid request.');
}

const BARE_TEXTS: Readonly<Record<number, string>> = {
  404: 'Unknown path.',
  405: 'Method not allowed.',
  413: 'Invalid request. The body is too large.',
  415: 'Invalid request. Compressed bodies are not accepted.',
};
