import type { Connection } from './connection.ts';

/**
 * What the machine endpoints read of a request. The standard's `Request` has it; the lane gives just this, since making a
 * whole `Request` takes longer than answering many of them.
 */
export type ApiRequest = Pick<Request, 'method' | 'url' | 'bytes'> & {
  readonly headers: Pick<Headers, 'get' | 'has'>;
  readonly body: AsyncIterable<Uint8Array> | null;
  /** The way back to the caller; the lane knows it. */
  readonly connection?: Connection;
};
