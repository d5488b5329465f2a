import { createServer, type IncomingMessage, type Server } from 'node:http';

const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 15_000;
const KEEP_ALIVE_TIMEOUT_MS = 5_000;
/** How often slow connections are looked for; Node's own half minute would let them live twice as long. */
const CHECK_INTERVAL_MS = 1_000;
const HEADER_MAX_BYTES = 16 * 1024;
const HEADER_MAX_COUNT = 100;
const CONNECTIONS_MAX = 4_096;
/** Files that the database, the log and the operators' own listener need while strangers hold all the rest. */
const FILES_KEPT = 256;
const PAGE_BODY_MAX_BYTES = 1024 * 1024;

/**
 * A server that waits for nobody long: slow, silent and numerous connections end by themselves. An offer to go on in
 * another protocol, as Java's client makes to every server, is passed over (RFC 9110 §7.8) and the request answered.
 * @param upgrades whether Next's own tools take up such offers, as they do in development
 */
export function createListener({ upgrades }: { readonly upgrades: boolean }): Server {
  const server = createServer({
    maxHeaderSize: HEADER_MAX_BYTES,
    requireHostHeader: true,
    connectionsCheckingInterval: CHECK_INTERVAL_MS,
    headersTimeout: HEADERS_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
    // Without this a listener that Next adds with its first page would close such connections unanswered.
    ...(upgrades ? {} : { shouldUpgradeCallback: () => false }),
  });
  server.maxHeadersCount = HEADER_MAX_COUNT;
  server.maxConnections = Math.max(1, Math.min(CONNECTIONS_MAX, openFilesMax() - FILES_KEPT));
  return server;
}

/** How many files this process may hold open at once; a connection is one. */
function openFilesMax(): number {
  const { userLimits } = process.report.getReport() as { userLimits?: { open_files?: { soft: number | 'unlimited' } } };
  const soft = userLimits?.open_files?.soft;
  return typeof soft === 'number' ? soft : Number.POSITIVE_INFINITY;
}

/** The status of a request that nothing here may answer otherwise: it echoes itself, or names two hosts. */
export function statusOfBadRequest({ method, rawHeaders }: IncomingMessage): 400 | 405 | undefined {
  if (method === 'TRACE') return 405;
  let hosts = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index];
    if (name?.length === 4 && name.toLowerCase() === 'host') hosts += 1;
  }
  return hosts > 1 ? 400 : undefined;
}

/** The status for a body that no form of a page sends; Next itself would read it to its end. */
export function statusOfBadPageBody({ headers }: IncomingMessage): 411 | 413 | 415 | undefined {
  if (headers['transfer-encoding'] !== undefined) return 411;
  if (Number(headers['content-length'] ?? 0) > PAGE_BODY_MAX_BYTES) return 413;
  const encoding = headers['content-encoding'];
  return encoding === undefined || encoding === 'identity' ? undefined : 415;
}
