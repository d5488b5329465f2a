import { createServer, type Server, type ServerResponse } from 'node:http';
import { findTrouble } from '../context/find-trouble.ts';
import type { Metrics } from './metrics.ts';

const CONNECTIONS_MAX = 32;
const REQUEST_TIMEOUT_MS = 5_000;

/**
 * A listener for those who run the product: `/metrics`, and the health of the process, which answers here also while
 * strangers hold every connection of the other (F20). It asks nobody who they are: the port is not for the world.
 */
export function createOperationsListener({ contentType, text }: Metrics): Server {
  const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS, headersTimeout: REQUEST_TIMEOUT_MS });
  server.maxConnections = CONNECTIONS_MAX;
  server.on('request', async ({ method, url }, outgoing) => {
    if (method !== 'GET') return send(outgoing, 405, {});
    switch (url) {
      case '/metrics':
        return send(outgoing, 200, await text(), contentType);
      case '/health/live':
        return send(outgoing, 200, { status: 'ok' });
      case '/health/ready': {
        const reason = await findTrouble();
        return reason ? send(outgoing, 503, { status: 'degraded', reason }) : send(outgoing, 200, { status: 'ok' });
      }
      default:
        return send(outgoing, 404, {});
    }
  });
  return server;
}

function send(outgoing: ServerResponse, status: number, body: object | string, type = 'application/json'): void {
  outgoing.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
  outgoing.end(typeof body === 'string' ? body : JSON.stringify(body));
}
