import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { PACKED_SERVER } from '../scripts/build.ts';

/** The whole house as a visitor meets it: three addresses, and the folder where the guests keep their keys. */
export type House = {
  readonly portal: string;
  readonly krav: string;
  readonly smartRegnskap: string;
  readonly guestsFolder: string;
  /** The same portal at another address, where Next serves every path itself. */
  readonly openSecondDoor: () => Promise<string>;
};

const READY = 'Ready on';

/**
 * Starts the same build three times, each time with another wing. Only the portal gets a database and a secret: to the
 * guests the house is an address, and that they need nothing else is thereby a fact.
 * @param settings those that all three share, beside the usual
 */
export async function openHouse(
  settings: Readonly<Record<string, string>> = {},
): Promise<{ readonly house: House; readonly close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'systembruker-house-'));
  const guestsFolder = join(folder, 'guests');
  mkdirSync(guestsFolder);
  const [portalPort, kravPort, smartRegnskapPort] = [await findFreePort(), await findFreePort(), await findFreePort()];
  const addresses = {
    portal: `http://localhost:${portalPort}`,
    krav: `http://localhost:${kravPort}`,
    smartRegnskap: `http://localhost:${smartRegnskapPort}`,
  };
  const shared = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
    NEXT_DIST_DIR: process.env.NEXT_DIST_DIR,
    NEXT_TELEMETRY_DISABLED: '1',
    LOG_LEVEL: 'warn',
    PORTAL_URL: addresses.portal,
    KRAV_URL: addresses.krav,
    SMARTREGNSKAP_URL: addresses.smartRegnskap,
    GUESTS_DIR: guestsFolder,
    ...settings,
  };
  const own = {
    ...shared,
    SERVE: 'portal',
    AUTH_SECRET: randomBytes(32).toString('base64url'),
    DATABASE_URL: await newDatabase(folder),
  };
  // The guests read the keys that the portal's first start makes for them.
  const processes = [await start({ ...own, PORT: portalPort })];
  processes.push(
    ...(await Promise.all([
      start({ ...shared, SERVE: 'krav', PORT: kravPort }),
      start({ ...shared, SERVE: 'smartregnskap', PORT: smartRegnskapPort }),
    ])),
  );
  const openSecondDoor = async (): Promise<string> => {
    const port = await findFreePort();
    processes.push(await start({ ...own, PORT: port }, ['--no-lane']));
    return `http://localhost:${port}`;
  };
  const close = async (): Promise<void> => {
    await Promise.all(processes.map(stop));
    rmSync(folder, { recursive: true, force: true });
  };
  return { house: { ...addresses, guestsFolder, openSecondDoor }, close };
}

/** The settings of a sandbox that one process serves, its data and its guests' keys in that folder. */
export async function aSandbox(folder: string): Promise<{
  readonly house: House;
  readonly settings: Readonly<Record<string, string | number | undefined>>;
}> {
  const port = await findFreePort();
  const portal = `http://localhost:${port}`;
  const openSecondDoor = () => Promise.reject(new Error('There is one door here.'));
  return {
    house: { portal, krav: portal, smartRegnskap: portal, guestsFolder: folder, openSecondDoor },
    settings: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      NEXT_DIST_DIR: process.env.NEXT_DIST_DIR,
      NEXT_TELEMETRY_DISABLED: '1',
      LOG_LEVEL: 'warn',
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      PORT: port,
      PORTAL_URL: portal,
      AUTH_SECRET: randomBytes(32).toString('base64url'),
      DATABASE_URL: await newDatabase(folder),
      GUESTS_DIR: folder,
    },
  };
}

/**
 * Starts one process of the build with these settings and none of ours, and waits until it is ready.
 * @throws what it said, when it ends instead.
 */
export function start(
  env: Readonly<Record<string, string | number | undefined>>,
  options: readonly string[] = [],
): Promise<ChildProcess> {
  const given = Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  const child = spawn(process.execPath, [PACKED_SERVER, ...options], {
    env: Object.fromEntries(given),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  return new Promise((resolve, reject) => {
    child.once('close', (code) => reject(new Error(`The process ended with ${code}:\n${said}`)));
    const listen = (chunk: Buffer) => {
      said = `${said}${chunk}`.slice(-10_000);
      if (said.includes(READY)) resolve(child);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
  });
}

/** Asks a process to end, and waits. @returns its exit code. */
export function stop(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill('SIGTERM');
  });
}

/** An empty database: a file in that folder, or one of its own on the PostgreSQL server that `E2E_POSTGRES_URL` names. */
async function newDatabase(folder: string): Promise<string> {
  const server = process.env.E2E_POSTGRES_URL;
  if (!server) return `file:${join(folder, 'db.sqlite')}`;
  const name = `house_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return Object.assign(new URL(server), { pathname: `/${name}` }).href;
}

/** @returns a port that was free a moment ago. */
async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}
