import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

const storage = new AsyncLocalStorage<string>();

/** Runs the work under one trace id (32 hex digits, W3C trace context) that errors, log lines and audit rows share. */
export function withTrace<T>(traceId: string, work: () => T): T {
  return storage.run(traceId, work);
}

/** The trace id of the request being served; a new one outside any request. */
export function currentTraceId(): string {
  return storage.getStore() ?? newTraceId();
}

/** Reads the trace id from a W3C `traceparent` header, or makes one: of a UUID, whose random bytes Node fetches for many at a time. */
export function newTraceId(traceparent?: string | null): string {
  const given = traceparent?.match(/^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/)?.[1];
  return given && !/^0+$/.test(given) ? given : randomUUID().replaceAll('-', '');
}
