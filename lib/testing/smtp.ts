import { type AddressInfo, createServer, type Socket } from 'node:net';

/** A message as the server received it. */
export type ReceivedMail = { readonly from: string; readonly to: readonly string[]; readonly data: string };

/**
 * A small mail server on this machine: as much of RFC 5321 as a client needs.
 * @param answerTo what it says to `RCPT TO`, `250` unless the test says otherwise
 */
export async function anSmtpServer(answerTo: (recipient: string) => string = () => '250 OK') {
  const received: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('data', serve(socket, answerTo, received));
    socket.write('220 localhost ESMTP\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function serve(socket: Socket, answerTo: (recipient: string) => string, received: ReceivedMail[]) {
  let pending = '';
  let from = '';
  let to: string[] = [];
  let data: string[] | undefined;
  const answer = (line: string): string | undefined => {
    if (data) {
      if (line !== '.') {
        data.push(line);
        return undefined;
      }
      received.push({ from, to, data: data.join('\r\n') });
      [from, to, data] = ['', [], undefined];
      return '250 Taken';
    }
    const address = line.match(/<(.*)>/)?.[1] ?? '';
    if (/^MAIL FROM/i.test(line)) from = address;
    if (/^RCPT TO/i.test(line)) {
      const said = answerTo(address);
      if (said.startsWith('250')) to.push(address);
      return said;
    }
    if (/^DATA/i.test(line)) {
      data = [];
      return '354 Go on';
    }
    return /^QUIT/i.test(line) ? '221 Bye' : '250 OK';
  };
  return (chunk: Buffer) => {
    const lines = (pending + chunk.toString('latin1')).split('\r\n');
    pending = lines.pop() ?? '';
    for (const said of lines.map(answer)) if (said !== undefined) socket.write(`${said}\r\n`);
  };
}
