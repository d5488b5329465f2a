import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';

const FILES_MAX = 400;
const FLOOD = 600;

/** Both listeners as `server.ts` makes them, in a process that may open few files; says their ports. */
const PROCESS = `
  const { createListener } = await import('#lib/http/listener.ts');
  const { createOperationsListener } = await import('#lib/metrics/operations-listener.ts');
  const open = createListener({ upgrades: false }).on('request', (_, outgoing) => outgoing.end('open'));
  const operations = createOperationsListener({ contentType: 'text/plain', text: async () => '', stop() {} });
  for (const listener of [open, operations]) {
    await new Promise((resolve) => listener.listen(0, '127.0.0.1', resolve));
    console.log(listener.address().port);
  }
`;

let server: ChildProcess | undefined;
let flood: Socket[] = [];

afterEach(() => {
  for (const socket of flood) socket.destroy();
  server?.kill();
});

it('F20 health answers on its own port while strangers hold every connection of the other, which comes back', async () => {
  const command = `ulimit -n ${FILES_MAX}; exec "$0" --input-type=module -e "$1"`;
  server = spawn('sh', ['-c', command, process.execPath, PROCESS], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [open = 0, operations = 0] = await portsOf(server);
  flood = Array.from({ length: FLOOD }, () => connect(open, '127.0.0.1').on('error', () => {}));
  await Promise.all(flood.map((socket) => once(socket, 'connect').catch(() => {})));
  const ask = (port: number, path: string) =>
    fetch(`http://127.0.0.1:${port}${path}`).then(
      ({ status }) => status,
      () => 'refused',
    );
  expect([await ask(operations, '/health/live'), await ask(open, '/')]).toEqual([200, 'refused']);
  for (const socket of flood) socket.destroy();
  await expect.poll(() => ask(open, '/')).toBe(200);
});

async function portsOf({ stdout }: ChildProcess): Promise<readonly number[]> {
  let said = '';
  for await (const chunk of stdout ?? []) {
    said += chunk;
    if (said.trim().split('\n').length === 2) return said.trim().split('\n').map(Number);
  }
  throw new Error('The listeners did not start.');
}
