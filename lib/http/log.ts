import pino from 'pino';
import { env } from '../config/env.ts';

let logger: pino.Logger | undefined;

/** The process's log: one JSON object a line, without tokens, keys, cookies or person numbers. */
export function log(): pino.Logger {
  logger ??= pino({
    level: env().LOG_LEVEL,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['req.headers.authorization', 'req.headers.cookie', 'assertion', 'token'], censor: '[redacted]' },
    serializers: { err: pino.stdSerializers.errWithCause },
  });
  return logger;
}
