import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Db } from '#db/open.ts';
import type { OrganisationActor } from '../context/context.ts';
import { createDeliverer } from '../events/deliveries/deliver-events.ts';
import { systemLookup, type Wire } from '../events/deliveries/post-event.ts';
import { createEndpoint } from '../events/endpoints/create-endpoint.ts';
import { as, TEST_NOW } from './context.ts';

/** A delivery as an address received it. */
export type ReceivedEvent = { readonly headers: IncomingHttpHeaders; readonly body: string };

/**
 * A vendor's address on this machine.
 * @param answer the status of each answer, 204 unless the test says otherwise; `undefined` for no answer at all
 */
export async function aReceiver(
  answer: () => { readonly status: number; readonly location?: string } | undefined = () => ({ status: 204 }),
) {
  const received: ReceivedEvent[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      const said = answer();
      if (said) response.writeHead(said.status, said.location ? { location: said.location } : {}).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`,
    received,
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** What is sent where, in tests: this machine only, and a short time for answers. */
export function aWire(differences: Partial<Wire> = {}): Wire {
  return { lookup: systemLookup, reach: { http: true, loopback: true }, timeoutMs: 3000, ...differences };
}

/** One round of delivery from beginning to end. */
export async function deliver(db: Db, at: Date = TEST_NOW, wire: Wire = aWire()): Promise<void> {
  const problems: unknown[] = [];
  const deliverer = createDeliverer(db, { wire, clock: () => at, report: (error) => problems.push(error) });
  await deliverer.round();
  await deliverer.idle();
  if (problems.length > 0) throw problems[0];
}

/** An address of a vendor that hears of everything unless the test says otherwise. */
export function anEndpoint(
  db: Db,
  vendor: OrganisationActor,
  given: { readonly url: string; readonly eventTypes?: readonly string[]; readonly systemIds?: readonly string[] },
) {
  return createEndpoint(as({ db, now: TEST_NOW }, vendor), { eventTypes: [], systemIds: [], ...given });
}
