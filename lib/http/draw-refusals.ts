import { randomBytes } from 'node:crypto';
import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import { RETRY_AFTER_SECONDS } from './responses.ts';

type Pages = (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>;

/** The header by which the second look at a refused page says what is to be drawn; from elsewhere it is dropped. */
export const REFUSAL_HEADER = 'x-portal-refusal';

/** Which refusal is drawn while the database is away: as for nobody, since who asks is not known. */
export const AWAY = '503';

/** Answers to a document of which Next sends nothing but what a script would draw. */
const EMPTY_WITHOUT_SCRIPT = new Set([403, 404, 500]);

/**
 * Lets the server draw the pages for what is refused, missing or broken. Next leaves that to the browser when a page turns out
 * so while it is rendered; what it sends then is held back, and the page is asked for once more as the refusal it is.
 * @param ask where this very server listens
 * @param isAway whether a page that broke did so because the database cannot be reached
 */
export function drawRefusals(
  pages: Pages,
  ask: { readonly host: string; readonly port: number },
  isAway: () => Promise<boolean>,
): Pages {
  const token = randomBytes(16).toString('hex');
  return async (incoming, outgoing) => {
    const [given, status] = String(incoming.headers[REFUSAL_HEADER] ?? '').split('.');
    delete incoming.headers[REFUSAL_HEADER];
    if (given === token && status !== undefined) {
      incoming.headers[REFUSAL_HEADER] = status;
      return pages(incoming, outgoing);
    }
    if (!isDocument(incoming)) return pages(incoming, outgoing);
    const held = holdBack(outgoing);
    await pages(incoming, outgoing);
    const refused = await held;
    if (refused === undefined) return;
    const drawn = refused === 500 && (await isAway()) ? Number(AWAY) : refused;
    await drawInstead(incoming, outgoing, { ...ask, status: drawn, token });
  };
}

/** A page that a browser opens, not the data or the answer of a script. */
function isDocument({ headers }: IncomingMessage): boolean {
  return headers.accept?.includes('text/html') === true && !('rsc' in headers) && !('next-action' in headers);
}

/**
 * Holds back an answer that is empty without script. What Next lays over the same functions meanwhile (compression) stays
 * in place for every other answer.
 * @returns the status of what was held back, or `undefined` once another answer has been sent
 */
function holdBack(outgoing: ServerResponse): Promise<number | undefined> {
  const { writeHead, write, end } = outgoing;
  return new Promise((resolve) => {
    let verdict: 'open' | 'sent' | 'held' = 'open';
    const isHeld = (status: number): boolean => {
      if (verdict === 'open') {
        const isHtml = String(outgoing.getHeader('content-type') ?? '').startsWith('text/html');
        verdict = isHtml && EMPTY_WITHOUT_SCRIPT.has(status) ? 'held' : 'sent';
        if (verdict === 'sent') resolve(undefined);
      }
      return verdict === 'held';
    };
    outgoing.writeHead = ((status: number, ...rest: []) =>
      isHeld(status) ? outgoing : Reflect.apply(writeHead, outgoing, [status, ...rest])) as typeof writeHead;
    outgoing.write = ((...given: [string]) =>
      isHeld(outgoing.statusCode) || Reflect.apply(write, outgoing, given)) as typeof write;
    outgoing.end = ((...given: []) => {
      if (!isHeld(outgoing.statusCode)) return Reflect.apply(end, outgoing, given);
      Object.assign(outgoing, { writeHead, write, end });
      resolve(outgoing.statusCode);
      return outgoing;
    }) as typeof end;
    outgoing.once('close', () => resolve(undefined));
  });
}

async function drawInstead(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  to: { readonly host: string; readonly port: number; readonly status: number; readonly token: string },
): Promise<void> {
  // It is part of the same trace, by a call of our own.
  const { 'content-length': _, 'content-type': __, traceparent: ___, tracestate: ____, ...headers } = incoming.headers;
  const drawn = await new Promise<IncomingMessage>((resolve, reject) => {
    request({
      host: to.host,
      port: to.port,
      path: incoming.url,
      headers: { ...headers, connection: 'close', [REFUSAL_HEADER]: `${to.token}.${to.status}` },
    })
      .once('response', resolve)
      .once('error', reject)
      .end();
  });
  for (const name of outgoing.getHeaderNames()) outgoing.removeHeader(name);
  const { connection: _c, 'keep-alive': _k, 'transfer-encoding': _t, ...kept } = drawn.headers;
  outgoing.writeHead(to.status, to.status === Number(AWAY) ? { ...kept, 'retry-after': RETRY_AFTER_SECONDS } : kept);
  if (incoming.method === 'HEAD') outgoing.end();
  else for await (const chunk of drawn) outgoing.write(chunk);
  outgoing.end();
}
