import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { AWAY, drawRefusals, REFUSAL_HEADER } from './draw-refusals.ts';

const server = createServer();

afterEach(() => {
  server.removeAllListeners('request');
  server.close();
});

/** Opens a page that breaks, as a browser would. */
async function openBroken(isAway: boolean): Promise<Response> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const pages = drawRefusals(breaks, { host: '127.0.0.1', port }, async () => isAway);
  server.on('request', pages);
  const headers = { accept: 'text/html', [REFUSAL_HEADER]: `guessed.${AWAY}` };
  return fetch(`http://127.0.0.1:${port}/page`, { headers });
}

async function breaks({ headers }: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const drawn = headers[REFUSAL_HEADER];
  outgoing.setHeader('content-type', 'text/html');
  outgoing.statusCode = drawn ? 200 : 500;
  outgoing.end(drawn ? `drawn as ${drawn}` : '');
}

describe('a page that breaks', () => {
  it('is drawn as what is wrong with us', async () => {
    const answer = await openBroken(false);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([500, null]);
    expect(await answer.text()).toBe('drawn as 500');
  });

  it('F5 while the database is away is 503 with a time to come back, and drawn for nobody in particular', async () => {
    const answer = await openBroken(true);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
    expect(await answer.text()).toBe('drawn as 503');
  });
});
