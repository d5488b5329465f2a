import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';

const LINGER_MS = 2_000;
/** Longer than an answer travels; whoever writes without reading waits this long. */
const LINGER_UNREAD_MS = 500;
const DISCARDED_MAX_BYTES = 256 * 1024;

/**
 * Answers a request whose body nobody will read, and ends its connection. A little of what the sender still sends is
 * thrown away for a moment, the rest stays in the network: closed at once, the connection would be reset under it, and
 * the answer lost with it; read to its end, a large body would fill our memory with what is about to be collected.
 * @see RFC 9112 §9.6
 */
export function answerUnread(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  status: number,
  { headers = {}, body = '' }: { readonly headers?: OutgoingHttpHeaders; readonly body?: string | Buffer } = {},
): void {
  outgoing.writeHead(status, {
    'x-content-type-options': 'nosniff',
    ...headers,
    connection: 'close',
    'content-length': Buffer.byteLength(body),
  });
  outgoing.flushHeaders();
  if (body.length > 0) outgoing.write(body);
  const finish = () => {
    clearTimeout(timer);
    outgoing.end();
  };
  let timer = setTimeout(finish, LINGER_MS);
  let discarded = 0;
  const discard = (chunk: Buffer) => {
    discarded += chunk.length;
    if (discarded <= DISCARDED_MAX_BYTES) return;
    incoming.off('data', discard).pause();
    // Who writes on hears of our end before the reset, and looks for the answer.
    incoming.socket.end();
    clearTimeout(timer);
    timer = setTimeout(finish, LINGER_UNREAD_MS);
  };
  incoming.once('close', finish).once('end', finish).on('data', discard).resume();
}
