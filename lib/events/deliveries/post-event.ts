import { lookup } from 'node:dns';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isOpenAddress, parseTarget, type Reach } from '../address.ts';
import type { DeliveryFailure, Outcome } from './model.ts';

/** The means of sending: how names become addresses, what may be reached, and how long an answer may take. */
export type Wire = { readonly lookup: LookupFunction; readonly reach: Reach; readonly timeoutMs: number };

/** The system's own names. */
export const systemLookup: LookupFunction = lookup;

type Message = {
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
};

class ClosedNetwork extends Error {}

/**
 * Posts a text once. Any 2xx is a success; redirects are not followed, and of the answer nothing but its status is read.
 * A name is resolved once, and the connection goes to the very addresses that were looked at, so that a name cannot show
 * one address and lead to another. Never throws.
 */
export async function postEvent(message: Message, wire: Wire): Promise<Outcome> {
  const began = performance.now();
  const done = (result: Omit<Outcome, 'durationMs'>) => ({
    ...result,
    durationMs: Math.round(performance.now() - began),
  });
  const url = parseTarget(message.url, wire.reach);
  if (!url) return done({ statusCode: undefined, failure: 'closed-network' });
  try {
    const statusCode = await post(url, message, wire);
    return done({ statusCode, failure: failureOf(statusCode) });
  } catch (error) {
    return done({ statusCode: undefined, failure: nameOf(error) });
  }
}

function post(url: URL, { body, headers }: Message, wire: Wire): Promise<number> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const outgoing = request(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      agent: false,
      lookup: openLookup(wire),
      signal: AbortSignal.timeout(wire.timeoutMs),
    });
    outgoing.on('response', (answer: IncomingMessage) => {
      resolve(answer.statusCode ?? 0);
      outgoing.destroy();
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** Resolves a name, and refuses it when any of its addresses is closed. */
function openLookup({ lookup, reach }: Wire): LookupFunction {
  return (name, options, callback) =>
    lookup(name, { ...options, all: true }, (error, found) => {
      const addresses = typeof found === 'string' ? [{ address: found, family: 0 }] : found;
      const [first] = addresses ?? [];
      if (error || !first) return callback(error ?? new Error('The name has no address.'), '', 0);
      if (!addresses.every(({ address }) => isOpenAddress(address, reach))) return callback(new ClosedNetwork(), '', 0);
      return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
    });
}

function failureOf(status: number): DeliveryFailure | undefined {
  if (status >= 200 && status < 300) return undefined;
  return status >= 300 && status < 400 ? 'redirect' : 'status';
}

function nameOf(error: unknown): DeliveryFailure {
  if (error instanceof ClosedNetwork) return 'closed-network';
  const { name, code } = error as { readonly name?: string; readonly code?: string };
  if (name === 'TimeoutError' || name === 'AbortError') return 'timeout';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'unknown-name';
  return code !== undefined && /CERT|TLS|SSL|ISSUER|SIGNATURE/.test(code) ? 'certificate' : 'unreachable';
}
