import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';

const LINGER_MS = 2_000;

/**
 * Answers a request whose body nobody will read, and ends its connection. What the sender still sends is thrown away for
 * a moment: closed at once, the connection would be reset under it, and the answer lost with it.
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
  const timer = setTimeout(finish, LINGER_MS);
  incoming.once('close', finish).once('end', finish).resume();
}
