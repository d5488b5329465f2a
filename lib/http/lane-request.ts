import type { IncomingMessage } from 'node:http';
import { PEER_HEADER } from './address.ts';
import type { ApiRequest } from './api-request.ts';
import type { Connection } from './connection.ts';

/** A request as it came over the connection, its body already read and measured. */
export class LaneRequest implements ApiRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: LaneHeaders;
  readonly connection: Connection;
  readonly #body: Buffer<ArrayBuffer> | undefined;

  /**
   * @param origin the public address of this server; the Host header is never used
   * @param body a number of bytes for one that is too large and was not read
   */
  constructor(incoming: IncomingMessage, origin: string, body: Buffer<ArrayBuffer> | number | undefined) {
    this.method = incoming.method ?? 'GET';
    this.url = `${origin}${incoming.url}`;
    this.connection = incoming.socket;
    this.headers = new LaneHeaders(incoming.rawHeaders, {
      [PEER_HEADER]: incoming.socket.remoteAddress ?? '',
      ...(typeof body === 'number' ? { 'content-length': String(body) } : {}),
    });
    this.#body = typeof body === 'number' || this.method === 'GET' || this.method === 'HEAD' ? undefined : body;
  }

  get body(): AsyncIterable<Uint8Array> | null {
    return this.#body ? chunkOf(this.#body) : null;
  }

  async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return this.#body ?? new Uint8Array();
  }

  /** The same as the standard's `Request`. */
  toRequest(): Request {
    const { method, url, headers } = this;
    return new Request(url, { method, headers: headers.toPairs(), ...(this.#body ? { body: this.#body } : {}) });
  }
}

/** The headers of a request: those that came, and some of our own in the place of what the caller writes there. */
class LaneHeaders implements Pick<Headers, 'get' | 'has'> {
  readonly #raw: readonly string[];
  readonly #own: Readonly<Record<string, string>>;

  constructor(raw: readonly string[], own: Readonly<Record<string, string>>) {
    this.#raw = raw;
    this.#own = own;
  }

  /** Several values of one name are joined. @see RFC 9110 §5.3, RFC 6265 §5.4 */
  get(name: string): string | null {
    const wanted = name.toLowerCase();
    let found = Object.hasOwn(this.#own, wanted) ? (this.#own[wanted] ?? null) : null;
    if (found !== null) return found;
    for (let index = 0; index < this.#raw.length; index += 2) {
      const given = this.#raw[index] ?? '';
      if (given.length !== wanted.length || given.toLowerCase() !== wanted) continue;
      const value = this.#raw[index + 1] ?? '';
      found = found === null ? value : `${found}${wanted === 'cookie' ? '; ' : ', '}${value}`;
    }
    return found;
  }

  has(name: string): boolean {
    return this.get(name) !== null;
  }

  toPairs(): [string, string][] {
    const pairs = Object.entries(this.#own);
    for (let index = 0; index < this.#raw.length; index += 2) {
      const name = this.#raw[index] ?? '';
      if (!Object.hasOwn(this.#own, name.toLowerCase())) pairs.push([name, this.#raw[index + 1] ?? '']);
    }
    return pairs;
  }
}

async function* chunkOf(body: Uint8Array): AsyncGenerator<Uint8Array> {
  yield body;
}
