import { AsyncLocalStorage } from 'node:async_hooks';
import type { ServerResponse } from 'node:http';

/** The way back to a caller: it can be cut, and tells when the caller has gone. */
export type Connection = {
  readonly destroyed: boolean;
  destroy(): unknown;
  once(event: 'close', listener: () => void): unknown;
  off(event: 'close', listener: () => void): unknown;
};

const KEY = Symbol.for('systembruker.connection');
type Holder = { [KEY]?: AsyncLocalStorage<ServerResponse> };

/** For Next's bundles, whose requests do not know it. */
function storage(): AsyncLocalStorage<ServerResponse> {
  const holder = globalThis as Holder;
  holder[KEY] ??= new AsyncLocalStorage<ServerResponse>();
  return holder[KEY];
}

/** Runs the work for a request whose connection can be cut meanwhile. */
export function withConnection<T>(outgoing: ServerResponse, work: () => T): T {
  return storage().run(outgoing, work);
}

/** The way back to the caller of the request being served; `undefined` unless it is served by `withConnection`. */
export function currentConnection(): Connection | undefined {
  return storage().getStore();
}
