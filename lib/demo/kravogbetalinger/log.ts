import { isObject } from './fetch-json.ts';
import { KravError } from './problems.ts';
import type { VerifiedClaims } from './verify-token.ts';

/** What is known of a call when it has been answered. */
export type LogLine = {
  readonly correlationId: string;
  readonly status: number;
  readonly claims?: VerifiedClaims;
  readonly systemUser?: string;
  readonly orgNo?: string;
  readonly error?: unknown;
};

/** Writes one line of JSON per call: who asked for whom, and how it went. The token and the amounts are not in it. */
export function writeLog(line: LogLine): void {
  console.log(JSON.stringify({ time: new Date().toISOString(), service: 'kravogbetalinger', ...toFields(line) }));
}

/** Picks what may be logged. */
export function toFields(line: LogLine): Readonly<Record<string, unknown>> {
  const { claims = {}, error } = line;
  const consumer = isObject(claims.consumer) ? claims.consumer.ID : undefined;
  return {
    korrelasjonsid: line.correlationId,
    status: line.status,
    kode: error instanceof KravError ? error.code : error === undefined ? undefined : 'KB-001',
    consumer,
    clientId: claims.client_id,
    jti: claims.jti,
    systemUser: line.systemUser,
    party: line.orgNo,
    cause: causeOf(error),
  };
}

/** Only our own failures are explained in the log; refusals say enough by their code. */
function causeOf(error: unknown): string | undefined {
  if (error === undefined) return undefined;
  if (!(error instanceof KravError)) return error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (error.code !== 'KB-002') return undefined;
  const { cause } = error;
  return `${error.message} ${cause instanceof Error ? cause.message : JSON.stringify(cause)}`;
}
