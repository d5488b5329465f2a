import { AsyncLocalStorage } from 'node:async_hooks';
import type { ServerResponse } from 'node:http';

const KEY = Symbol.for('systembruker.connection');
type Holder = { [KEY]?: AsyncLocalStorage<ServerResponse> };

/** Next's bundles and the machine lane share it. */
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
export function currentConnection(): ServerResponse | undefined {
  return storage().getStore();
}
