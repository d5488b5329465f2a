import { isUnstorable } from '#db/failures.ts';
import { BareError, bindingProblem, ProblemError, STATUS_TITLES } from '../kernel/errors.ts';
import { tell } from '../kernel/happenings.ts';
import { currentTrace, currentTraceId } from '../kernel/trace.ts';
import { toTraceparent } from '../kernel/traceparent.ts';
import { isDatabaseAway } from './database-away.ts';
import { log } from './log.ts';
import { type Answer, empty, json, RETRY_AFTER_SECONDS, text } from './responses.ts';

const UNRECORDED = '0000000000000001';

/**
 * Renders what a verb threw as one of the six error families of Altinn's APIs. The text of a domain problem stands in
 * both `title` and `detail`. Anything unknown is a bug: 500 without its message; the log has it whole.
 * @see RFC 9457
 */
export function problemResponse(error: unknown): Answer {
  if (error instanceof BareError) {
    return error.body === '' ? empty(error.status, error.headers) : text(error.body, error.status, error.headers);
  }
  if (error instanceof ProblemError) return problem(error);
  if (isUnstorable(error)) return problem(bindingProblem({ $: ['A text holds a NUL character.'] }));
  if (isDatabaseAway(error)) {
    log().warn({ err: error }, 'database unavailable');
    return problem(
      new ProblemError({
        status: 503,
        title: STATUS_TITLES[503],
        headers: { 'retry-after': RETRY_AFTER_SECONDS },
      }),
    );
  }
  log().error({ err: error }, 'unhandled error');
  return problem(new ProblemError({ status: 500, title: 'An error occurred while processing your request.' }));
}

function problem(error: ProblemError): Answer {
  if (error.code) tell('refusal', { code: error.code });
  const statusDescription = STATUS_TITLES[error.status as keyof typeof STATUS_TITLES];
  const body = {
    type: error.code ? `urn:altinn:error:${error.code}` : typeOf(error.status),
    title: error.message,
    status: error.status,
    ...(error.code && !error.validationErrors ? { detail: error.message } : {}),
    ...(error.code ? { code: error.code } : {}),
    ...(error.validationErrors
      ? {
          validationErrors: error.validationErrors.map(({ extensions, ...rest }) => ({
            ...rest,
            detail: rest.title,
            ...extensions,
          })),
        }
      : {}),
    ...(error.errors ? { errors: error.errors } : {}),
    ...error.extensions,
    traceId: activityId(),
    ...(error.code ? { statusDescription } : {}),
  };
  return json(body, error.status, { 'content-type': 'application/problem+json; charset=utf-8', ...error.headers });
}

/** What ASP.NET calls the id of an activity: the trace, and our place in it when that is recorded. */
function activityId(): string {
  const { span, isSampled = false } = currentTrace() ?? {};
  return toTraceparent({ traceId: currentTraceId(), parentId: span?.spanId ?? UNRECORDED, isSampled });
}

function typeOf(status: number): string {
  if (status === 429) return 'https://tools.ietf.org/html/rfc6585#section-4';
  const section = status >= 500 ? `6.${status - 499}` : `5.${status - 399}`;
  return `https://tools.ietf.org/html/rfc9110#section-15.${section}`;
}
