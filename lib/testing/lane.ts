import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answer, createLane, type LaneSection } from '../http/lane.ts';

/** The machine lane with these sections on a free port of the loopback interface; everything else is 404. */
export async function aLane(port: number, sections: readonly LaneSection[]) {
  const origin = `http://localhost:${port}`;
  const lane = createLane(sections);
  const server = createServer((incoming, outgoing) => {
    const section = lane((incoming.url ?? '/').split('?', 1)[0] ?? '/');
    if (!section) return outgoing.writeHead(404).end();
    return answer(section, incoming, outgoing, origin).catch(() => outgoing.destroy());
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const close = () => new Promise((resolve) => server.close(resolve).closeAllConnections());
  return { origin, close };
}

/** A port that was free a moment ago. */
export async function aFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
