import pino from 'pino';
import { readLogLevel } from '../config/env.ts';
import { currentTrace } from '../kernel/trace.ts';

let logger: pino.Logger | undefined;

/** The process's log: one JSON object a line, without tokens, keys, cookies or person numbers. */
export function log(): pino.Logger {
  logger ??= pino({
    level: readLogLevel(process.env),
    base: undefined,
    mixin: ofTrace,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['req.headers.authorization', 'req.headers.cookie', 'assertion', 'token'], censor: '[redacted]' },
    serializers: { err: describeError },
  });
  return logger;
}

/** What ties a line to its trace, as OpenTelemetry names it; nothing outside any. */
export function ofTrace(): object {
  const trace = currentTrace();
  if (!trace) return {};
  return { trace_id: trace.traceId, ...(trace.span && { span_id: trace.span.spanId }) };
}

/**
 * Describes an error and what caused it without the values of the query that failed, which drizzle writes into the message
 * and PostgreSQL into the detail: they may be anybody's (E1).
 */
export function describeError(error: unknown): unknown {
  return error instanceof Error ? withoutValues(pino.stdSerializers.errWithCause(error)) : error;
}

const VALUES = /\nparams: [\s\S]*$/;

function withoutValues({ params: _, detail: __, ...described }: Record<string, unknown>): unknown {
  const { message, stack, cause } = described as { message: string; stack?: string; cause?: Record<string, unknown> };
  const kept = message.replace(VALUES, '');
  return {
    ...described,
    message: kept,
    stack: stack?.replace(message, () => kept),
    ...(cause && { cause: withoutValues(cause) }),
  };
}
