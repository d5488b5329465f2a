import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, globSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PostgreSQL that lives as long as the tests. */
export type TestPostgresql = {
  readonly url: string;
  /** Asks it to end and to leave nothing behind; that goes on after this process. */
  readonly stop: () => void;
};

const READY = 'ready to accept connections';

/** Finds the folder of the server's programs; Debian keeps them off the path. */
export function findPostgresql(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(':'), ...globSync('/usr/lib/postgresql/*/bin').sort().reverse()];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

/**
 * Makes a database cluster in a folder of its own and starts it on a free port of the loopback interface, without a Unix socket.
 * As root everything runs as the user `postgres`, because the server refuses root.
 */
export async function startPostgresql(programs: string): Promise<TestPostgresql> {
  const folder = mkdtempSync(join(tmpdir(), 'systembruker-postgresql-'));
  const user = process.getuid?.() === 0 ? findUser('postgres') : undefined;
  if (user) chownSync(folder, user.uid, user.gid);
  const identity = { ...user, cwd: folder };

  const initdb = ['--pgdata', folder, '--username=test', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
  const made = spawnSync(join(programs, 'initdb'), initdb, { ...identity, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);

  const port = await findFreePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    // What is lost with the machine is only a test's.
    fsync: 'off',
    full_page_writes: 'off',
    synchronous_commit: 'off',
    wal_level: 'minimal',
    max_wal_senders: '0',
    // Each test has a database of its own, so soon there are hundreds to look after, and none that lives long.
    autovacuum: 'off',
    max_connections: '500',
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(join(programs, 'postgres'), ['-D', folder, ...options], {
    ...identity,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await untilReady(server);
  let isStopped = false;
  return {
    url: `postgres://test@127.0.0.1:${port}/postgres`,
    stop: () => {
      if (isStopped) return;
      isStopped = true;
      // Hundreds of databases take half a minute to remove, which nobody needs to wait for.
      const end = '"$1" stop --mode=immediate --wait -D "$2"; rm -rf "$2"';
      const parameters = ['-c', end, 'sh', join(programs, 'pg_ctl'), folder];
      spawn('sh', parameters, { ...user, cwd: tmpdir(), stdio: 'ignore', detached: true }).unref();
    },
  };
}

function findUser(name: string): { readonly uid: number; readonly gid: number } {
  const [uid, gid] = ['-u', '-g'].map((option) =>
    Number(spawnSync('id', [option, name], { encoding: 'utf8' }).stdout.trim() || Number.NaN),
  );
  if (!uid || !gid) throw new Error(`There is no user ${name} to run PostgreSQL as.`);
  return { uid, gid };
}

function untilReady(server: ChildProcess): Promise<void> {
  let said = '';
  return new Promise((resolve, reject) => {
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
    server.stderr?.on('data', (chunk: Buffer) => {
      said = `${said}${chunk}`.slice(-4_000);
      if (said.includes(READY)) resolve();
    });
  });
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
