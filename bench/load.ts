import { connect, type Socket } from 'node:net';

/** What a round of load against one server gave; times in milliseconds. */
export type LoadResult = {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
  readonly ok: number;
  readonly failed: number;
  /** The first answer that was not what was expected, for the log. */
  readonly firstFailure: string | undefined;
};

export type LoadOptions = {
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  /** Whole HTTP/1.1 requests with `Connection: keep-alive`; each is sent once, or again and again when `repeat` is set. */
  readonly requests: readonly Buffer[];
  readonly repeat?: boolean;
  readonly expectedStatus: number;
  /** What every answer holds, when its status is not enough. */
  readonly expectedText?: string;
};

/**
 * Sends requests over raw sockets, so that the generator takes as little of the machine as it can.
 * Ends when the time is over or no request is left.
 */
export async function load(options: LoadOptions): Promise<LoadResult> {
  const latencies: number[] = [];
  let next = 0;
  let failed = 0;
  let firstFailure: string | undefined;
  const startedAt = performance.now();
  const endsAt = startedAt + options.seconds * 1000;

  const take = (): Buffer | undefined => {
    if (performance.now() >= endsAt) return undefined;
    const request = options.requests[options.repeat ? next % options.requests.length : next];
    next += 1;
    return request;
  };
  const work = async () => {
    const socket = await open(options.port);
    for (let request = take(); request; request = take()) {
      const sentAt = performance.now();
      const response = await exchange(socket, request);
      latencies.push(performance.now() - sentAt);
      if (!isExpected(response, options)) {
        failed += 1;
        firstFailure ??= response.slice(0, 600);
      }
    }
    socket.destroy();
  };
  await Promise.all(Array.from({ length: options.connections }, work));

  const seconds = (performance.now() - startedAt) / 1000;
  latencies.sort((a, b) => a - b);
  return {
    perSecond: latencies.length / seconds,
    p50: quantile(latencies, 0.5),
    p95: quantile(latencies, 0.95),
    p99: quantile(latencies, 0.99),
    max: latencies.at(-1) ?? 0,
    ok: latencies.length - failed,
    failed,
    firstFailure,
  };
}

/** A whole HTTP request as bytes. */
export function httpRequest(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body = '',
): Buffer {
  const lines = Object.entries({ Host: 'localhost', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(
    `${method} ${path} HTTP/1.1\r\nConnection: keep-alive\r\n${lines.join('')}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

/** The value below which the share of sorted numbers lies. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => resolve(socket));
    socket.once('error', reject);
  });
}

/** Sends one request and waits for its whole answer, by `Content-Length`; chunked answers end with their last chunk. */
function exchange(socket: Socket, request: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = '';
    const finish = (done: () => void) => {
      socket.off('data', onData);
      socket.off('close', onClose);
      done();
    };
    const onData = (chunk: Buffer) => {
      received += chunk.toString('latin1');
      if (isComplete(received)) finish(() => resolve(received));
    };
    const onClose = () => finish(() => reject(new Error(`connection closed after: ${received.slice(0, 200)}`)));
    socket.on('data', onData);
    socket.on('close', onClose);
    socket.write(request);
  });
}

function isExpected(response: string, { expectedStatus, expectedText = '' }: LoadOptions): boolean {
  return response.startsWith(`HTTP/1.1 ${expectedStatus} `) && response.includes(expectedText);
}

function isComplete(received: string): boolean {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const head = received.slice(0, end);
  const length = head.match(/\r\ncontent-length: *(\d+)/i)?.[1];
  if (length !== undefined) return received.length >= end + 4 + Number(length);
  return /\r\ntransfer-encoding: *chunked/i.test(head) ? received.endsWith('0\r\n\r\n') : true;
}
