import { readdirSync } from 'node:fs';
import type { IncomingMessage, OutgoingHttpHeaders, Server, ServerResponse } from 'node:http';
import { Server as NetServer } from 'node:net';
import { join } from 'node:path';
import next from 'next';
import type { Db } from '#db/open.ts';
import { seedSandbox } from '#db/seed/sandbox.ts';
import { UnusableDatabaseError } from '#db/unusable.ts';
import { sealer } from '#lib/audit/seals/seal-audit.ts';
import { flushDecisions } from '#lib/authorization/last-decisions.ts';
import { env, readLogLevel, readServe, type Serve, SettingsError } from '#lib/config/env.ts';
import { earlierNow, now } from '#lib/context/clock.ts';
import { database } from '#lib/context/database.ts';
import { findTrouble } from '#lib/context/find-trouble.ts';
import { keepDoing } from '#lib/context/keep-doing.ts';
import { followWorld } from '#lib/context/world.ts';
import { forgetDeliveries } from '#lib/events/deliveries/forget-deliveries.ts';
import { keepDeliveringEvents } from '#lib/events/deliveries/keep-delivering.ts';
import { answerUnread } from '#lib/http/answer-unread.ts';
import { callWatch, watchCalls } from '#lib/http/call-watch.ts';
import { withConnection } from '#lib/http/connection.ts';
import { drawRefusals } from '#lib/http/draw-refusals.ts';
import { joinedPath } from '#lib/http/joined-path.ts';
import { answer, createLane, type Lane, loadSections } from '#lib/http/lane.ts';
import { createListener, statusOfBadPageBody, statusOfBadRequest } from '#lib/http/listener.ts';
import { log } from '#lib/http/log.ts';
import { originForm } from '#lib/http/origin-form.ts';
import { isHeard, tell } from '#lib/kernel/happenings.ts';
import { announceExpiring } from '#lib/maskinporten/client-keys/announce-expiring.ts';
import { flushUse } from '#lib/maskinporten/grant/note-use.ts';
import { refuseEarlierGrants } from '#lib/maskinporten/grant/used-grants.ts';
import { createOperationsListener } from '#lib/metrics/operations-listener.ts';
import { readDepths } from '#lib/metrics/read-depths.ts';
import { announceExpired } from '#lib/requests/announce-expired.ts';
import { workOnChangeJobs } from '#lib/requests/bulk/work-on-change-jobs.ts';
import { keepDelivering } from '#lib/requests/notices/keep-delivering.ts';
import { openMailer } from '#lib/requests/notices/mailer.ts';
import { workOnRequestJobs } from '#lib/requests/request-jobs/work-on-request-jobs.ts';
import { watchSandbox } from '#lib/sandbox/watch-calls.ts';
import { workOnClientJobs } from '#lib/systemusers/clients/jobs/work-on-client-jobs.ts';
import { traceCalls } from '#lib/tracing/trace-calls.ts';

/** How long a connection that is kept alive may still bring its last request. */
const LAST_REQUESTS_MS = 500;
const STOP_TIMEOUT_MS = 10_000;
const SEAL_PAUSE_MS = 60_000;
/** How long a person waits for the first client of a job, at most. */
const JOB_PAUSE_MS = 500;
/** How late a vendor hears of what happens by the clock alone, at most. */
const CLOCK_PAUSE_MS = 60_000;
/** How late a process notices that another has moved the sandbox's clock or reset it: less than a second. */
const WORLD_PAUSE_MS = 800;

const WINGS: Readonly<Record<Serve, readonly string[]>> = {
  all: ['(maskinporten)', '(altinn)', '(portal)', '(krav)', 'health', 'api', '%5Fsandbox'],
  portal: ['(maskinporten)', '(altinn)', '(portal)', 'health', 'api', '%5Fsandbox'],
  krav: ['(krav)'],
  smartregnskap: [],
};

/** `EX_CONFIG` of sysexits: trying again changes nothing. */
const UNUSABLE_DATABASE_EXIT = 78;

await main().catch((error: unknown) => {
  if (error instanceof UnusableDatabaseError) stopBecause(error.message, UNUSABLE_DATABASE_EXIT);
  stopBecause(error instanceof SettingsError ? error.message : error, 1);
});

function stopBecause(reason: unknown, code: number): never {
  console.error(reason);
  process.exit(code);
}

async function main(): Promise<void> {
  const serve = readServe(process.env);
  const { host, port, origin } = serve.address;
  const isPortal = serve.wings === 'all' || serve.wings === 'portal';
  // Wrong settings stop the start.
  if (isPortal) env();
  else readLogLevel(process.env);
  const buildFolder = process.env.NEXT_DIST_DIR ?? '.next';
  const tracing = await traceCalls({ wings: serve.wings, origin, buildFolder, report: reportSpans });
  if (isPortal) {
    const copy = await database().migrate();
    if (copy) console.log(`The database has a new schema; a copy from before is ${copy}`);
    if (isSandbox()) await followWorld(database().db);
    await database().onceAfterRestart((tx) => refuseEarlierGrants(tx, earlierNow()));
    if (isSandbox()) await seedSandbox(database().db);
  }

  const dev = process.argv.includes('--dev');
  // In development Next serves the routes itself, so that edits show without a restart; a test compares the two doors.
  const hasLane = !dev && !process.argv.includes('--no-lane');
  const lane = !hasLane
    ? undefined
    : createLane(await loadSections(join(import.meta.dirname, 'app'), WINGS[serve.wings]));
  const server = createListener({ upgrades: dev });
  // Next calls every loopback address `localhost`; by another name its own rewrites would count as another server's.
  const app = serve.wings === 'krav' ? undefined : next({ dev, hostname: 'localhost', port, httpServer: server });
  await app?.prepare();
  const isAway = async () => isPortal && (await findTrouble()) === 'database-unavailable';
  const pages = app && drawRefusals(app.getRequestHandler(), { host, port }, isAway);

  const watch = isPortal && env().PORTAL_ENVIRONMENT !== 'production' ? startWatching() : undefined;
  server.on('request', (incoming, outgoing) => {
    const answered = () => respond(lane, pages, serve.wings, origin, incoming, outgoing);
    const served = () => (watch && !lane ? withConnection(outgoing, answered) : answered());
    tracing.serve(incoming, outgoing, served).catch((error: unknown) => fail(outgoing, error));
  });
  server.listen(port, host, () => {
    console.log(`Ready on ${origin}`);
    // What starting up leaves behind, a quarter of the memory, would stay as long as nobody calls.
    globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  });
  const operations = isPortal ? await serveOperations() : undefined;
  const stopWork = isPortal ? startWork() : undefined;
  stopGracefully(server, {
    hurry: watch?.hurry,
    stopRest: async () => {
      operations?.close();
      await stopWork?.();
      await tracing.stop();
    },
  });
}

/** In a sandbox calls may be made to fail, and are noted; in production nothing here is there. */
function startWatching() {
  const watch = watchSandbox(database().db, now, (error) => log().warn({ err: error }, 'calls not noted'));
  watchCalls(watch);
  return watch;
}

/** Nobody is told that spans stay behind but who reads the log. */
function reportSpans(trouble: string | undefined): void {
  if (trouble === undefined) log().info('spans are delivered again');
  else log().warn({ trouble }, 'spans not delivered');
}

/** Metrics and health on a port of their own, when there is one. */
async function serveOperations(): Promise<Server | undefined> {
  const { OPERATIONS_HOST, OPERATIONS_PORT } = env();
  if (OPERATIONS_PORT === undefined) return undefined;
  // Counting takes 20 MiB.
  const { startMetrics } = await import('#lib/metrics/metrics.ts');
  const { db } = database();
  const listener = createOperationsListener(startMetrics(() => readDepths(db)));
  listener.on('error', (error) => stopBecause(error, 1));
  return listener.listen(OPERATIONS_PORT, OPERATIONS_HOST);
}

/** Only there time and data are steered. */
function isSandbox(): boolean {
  return env().PORTAL_ENVIRONMENT === 'sandbox';
}

type Pages = (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>;

async function respond(
  lane: Lane | undefined,
  pages: Pages | undefined,
  serve: Serve,
  origin: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const bad = statusOfBadRequest(incoming);
  if (bad) return answerUnread(incoming, outgoing, bad);
  const target = joinedPath(originForm(incoming.url ?? '/'));
  const pathname = target.split('?', 1)[0] ?? '/';
  if (!pathname.startsWith('/') || pathname.startsWith('//')) return refuse(outgoing);
  incoming.url = target;
  // No address holds a NUL, and no database looks for one.
  if (target.includes('%00')) return refuse(outgoing, 400);
  const section = lane?.(pathname);
  if (section) return answer(section, incoming, outgoing, origin);
  if (!pages || !isServedHere(serve, pathname) || (lane && UNKNOWN_API.test(pathname))) return refuse(outgoing);
  // Next answers 500 to what cannot be decoded.
  if (!isDecodable(pathname)) return refuse(outgoing, 400);
  const allowed = lane && methodsOf(pathname);
  if (allowed && !allowed.includes(incoming.method ?? '')) return refuse(outgoing, 405, { allow: allowed.join(', ') });
  const badBody = lane && statusOfBadPageBody(incoming);
  if (badBody) return answerUnread(incoming, outgoing, badBody);
  if (isHeard('request')) tellOfPage(pathname, incoming, outgoing);
  return pages(incoming, outgoing);
}

/** Pages count together: their addresses hold numbers and ids. */
function tellOfPage(pathname: string, { method = '' }: IncomingMessage, outgoing: ServerResponse): void {
  const startedAt = performance.now();
  const route = isFile(pathname) ? 'file' : 'page';
  outgoing.once('close', () => {
    tell('request', { method, route, status: outgoing.statusCode, seconds: (performance.now() - startedAt) / 1000 });
  });
}

/** Where machines call, and no section answers: they are told so without a page. */
const UNKNOWN_API = /^\/(?:authentication|authorization|accessmanagement|resourceregistry)\/api(?:\/|$)/i;

/** Keeps the guests' pages and the portal's apart when they run as separate processes. */
function isServedHere(serve: Serve, pathname: string): boolean {
  if (serve === 'all' || pathname.startsWith('/_next/')) return true;
  const isGuest = /^\/(smartregnskap|kravogbetalinger)(\/|$)/i.test(pathname);
  return serve === 'smartregnskap' ? /^\/smartregnskap(\/|$)/i.test(pathname) : !isGuest;
}

const FILES = new Set(readdirSync('public').map((name) => `/${name}`));

/** What a page or a file can be asked; Next answers every method with the page, and 500 for a file. */
function methodsOf(pathname: string): readonly string[] {
  return isFile(pathname) ? ['GET', 'HEAD'] : ['GET', 'HEAD', 'POST'];
}

function isFile(pathname: string): boolean {
  return FILES.has(pathname) || pathname.startsWith('/_next/');
}

function isDecodable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}

function refuse(outgoing: ServerResponse, status = 404, headers: OutgoingHttpHeaders = {}): void {
  outgoing.writeHead(status, { 'content-length': '0', 'x-content-type-options': 'nosniff', ...headers }).end();
}

function fail(outgoing: ServerResponse, error: unknown): void {
  log().error({ err: error }, 'request failed');
  if (outgoing.headersSent) outgoing.destroy();
  else refuse(outgoing, 500);
}

/** On SIGTERM or SIGINT: no new connections, what is in flight is finished within ten seconds, then exit 0. */
function stopGracefully(
  server: Server,
  { hurry, stopRest }: { readonly hurry: (() => void) | undefined; readonly stopRest: () => Promise<void> },
): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    hurry?.();
    setTimeout(() => process.exit(0), STOP_TIMEOUT_MS).unref();
    // The HTTP server's own close would also cut connections on which the next request is already under way.
    NetServer.prototype.close.call(server, async () => {
      await stopRest();
      process.exit(0);
    });
    server.prependListener('request', (_, outgoing) => {
      outgoing.shouldKeepAlive = false;
    });
    setTimeout(() => server.closeIdleConnections(), LAST_REQUESTS_MS);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** What the portal does beside answering: jobs, and notices if there is a mail server. @returns what ends that, and then the database. */
function startWork(): () => Promise<void> {
  const { SMTP_URL, MAIL_FROM } = env();
  const { db } = database();
  const report = (what: string) => (error: unknown) => {
    log().warn({ err: error }, what);
    tell('brokenRound', { work: what });
  };
  const stops = [
    keepDoing(sealer(db), { pauseMs: SEAL_PAUSE_MS, report: report('audit not sealed') }),
    keepDoing(() => workOnClientJobs(db, now), { pauseMs: JOB_PAUSE_MS, report: report('jobs not done') }),
    keepDoing(() => workOnChangeJobs(db, now), { pauseMs: JOB_PAUSE_MS, report: report('customers not asked') }),
    keepDoing(() => workOnRequestJobs(db, now), { pauseMs: JOB_PAUSE_MS, report: report('organisations not asked') }),
    ...(isSandbox()
      ? [keepDoing(() => followWorld(db), { pauseMs: WORLD_PAUSE_MS, report: report('sandbox not followed') })]
      : []),
    keepDoing(() => followClock(db), { pauseMs: CLOCK_PAUSE_MS, report: report('clock not followed') }),
    keepDeliveringEvents(db, report('events not delivered')),
    ...(SMTP_URL ? [keepDelivering(db, openMailer(SMTP_URL, MAIL_FROM), report('notices not delivered'))] : []),
  ];
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
    await closeDatabase();
  };
}

/** What time alone brings: requests that run out, keys that will, and deliveries that nobody asks about any more. */
async function followClock(db: Db): Promise<void> {
  await announceExpired(db, now());
  await announceExpiring(db, now());
  await forgetDeliveries(db, now());
}

/** What is written a moment later elsewhere (when a key or a system user was last used) is written before we go. */
async function closeDatabase(): Promise<void> {
  const { db, close } = database();
  await Promise.allSettled([flushUse(db), flushDecisions(db), callWatch()?.refresh()]);
  await close();
}
