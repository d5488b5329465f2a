import { type ChildProcess, fork, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { PACKED_SERVER } from '../scripts/build.ts';
import type { BenchKey } from './keys.ts';
import type { LoadOptions, LoadResult } from './load.ts';

const READY_TIMEOUT_MS = 60_000;
/** The unit of processor time in `/proc`. */
const CLOCK_TICK_MS = 10;

/** A server under test, in a process of its own. */
export type Target = {
  readonly port: number;
  readonly origin: string;
  /** Resident memory now, in MiB. */
  readonly memory: () => string;
  /** Processor time used so far, in milliseconds, all threads. */
  readonly cpu: () => number;
  readonly stop: () => void;
};

/** Starts the portal as `npm start` does, already built, on a database that is there already. */
export async function startPortal(databaseUrl: string): Promise<Target> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const child = spawn(process.execPath, [...process.execArgv, PACKED_SERVER], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      SERVE: 'portal',
      PORT: String(port),
      PORTAL_URL: origin,
      DATABASE_URL: databaseUrl,
      GUESTS_DIR: 'data/bench/guests',
      LOG_LEVEL: 'silent',
    },
  });
  await untilAnswers(`http://127.0.0.1:${port}/health/ready`);
  return target(child, port, origin);
}

/** Starts an application of Next, already built, as `next start` does. */
export async function startEmptyPage(folder: string): Promise<Target> {
  const port = await freePort();
  const child = spawn('next', ['start', folder, '-p', String(port), '-H', '127.0.0.1'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await untilAnswers(`http://127.0.0.1:${port}/`);
  return target(child, port, `http://127.0.0.1:${port}`);
}

/** Starts oidc-provider with the clients. */
export async function startPeer(clients: readonly { id: string; key: BenchKey }[]): Promise<Target> {
  const port = await freePort();
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const input = {
    port,
    clients: clients.map(({ id, key }) => ({ client_id: id, jwks: { keys: [key.publicJwk] } })),
    signingKey: { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' },
  };
  return startFile('bench/peer.ts', port, { BENCH_PEER: JSON.stringify(input) });
}

/** Starts Node's own server with one verification and one signature for each request. */
export async function startFloor(): Promise<Target> {
  const port = await freePort();
  return startFile('bench/floor.ts', port, { PORT: String(port) });
}

async function startFile(file: string, port: number, env: Readonly<Record<string, string>>): Promise<Target> {
  const child = fork(file, {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', ...env },
  });
  await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', () => reject(new Error(`${file} did not start`)));
  });
  return target(child, port, `http://localhost:${port}`);
}

/** Runs the load in a process of its own, so that it shares no event loop with what it measures. */
export async function runLoad(options: LoadOptions): Promise<LoadResult> {
  const child = fork('bench/load-process.ts', { serialization: 'advanced' });
  return new Promise((resolve, reject) => {
    child.once('message', (result) => {
      child.disconnect();
      resolve(result as LoadResult);
    });
    child.once('exit', () => reject(new Error('the load process ended')));
    child.send(options);
  });
}

/** The middle value. */
export function median(values: readonly number[] | undefined): number {
  const sorted = [...(values ?? [])].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** One number to another, with two decimals. */
export function ratio(one: number, other: number): string {
  return (one / other).toFixed(2);
}

/** Prints rows under a head, in columns. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of [head, ...rows])
    console.log(row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  '));
}

function target(child: ChildProcess, port: number, origin: string): Target {
  const memory = () => {
    const kilobytes = readFileSync(`/proc/${child.pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)?.[1];
    return (Number(kilobytes ?? 0) / 1024).toFixed(0);
  };
  const cpu = () => {
    const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * CLOCK_TICK_MS;
  };
  return { port, origin, memory, cpu, stop: () => child.kill('SIGTERM') };
}

async function untilAnswers(url: string): Promise<void> {
  const endsAt = performance.now() + READY_TIMEOUT_MS;
  while (performance.now() < endsAt) {
    const ready = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} did not answer`);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
