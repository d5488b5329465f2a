// The first step of `npm start` and `npm test` on a fresh machine: plain JavaScript without dependencies, for any Node ≥ 20.
// Installs exactly the lock file when needed, then hands over to the pinned runtime: `node scripts/bootstrap.mjs <script.ts> …`.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { delimiter, join } from 'node:path';
import process from 'node:process';

const root = join(import.meta.dirname, '..');
const NODE_MAJOR_MIN = 22;
const NODE_MINOR_MIN = 18;

const installed = join(root, 'node_modules', '.package-lock.json');
const lock = join(root, 'package-lock.json');
if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
  console.log('Installing what the lock file names …');
  const npm = process.env.npm_execpath;
  const arguments_ = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const result = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...arguments_], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', arguments_, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.status !== 0) process.exit(result.status ?? 1);
}

const bin = join(root, 'node_modules', '.bin');
const pinned = join(bin, 'node');
const node = existsSync(pinned) ? pinned : process.execPath;
const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
const [major = 0, minor = 0] = version.slice(1).split('.').map(Number);
if (major < NODE_MAJOR_MIN || (major === NODE_MAJOR_MIN && minor < NODE_MINOR_MIN)) {
  console.error(`Node ${NODE_MAJOR_MIN}.${NODE_MINOR_MIN} or newer is needed to run this; found ${version}.`);
  process.exit(1);
}

// Left alone, Node lets short-lived objects take much more room before it looks at them: 100 MiB more at rest.
// The collector is within reach so that the server can throw away what starting up has left behind.
const flags = ['--max-semi-space-size=16', '--expose-gc'];
const [script, ...rest] = process.argv.slice(2);
const child = spawn(node, [...flags, join(root, 'scripts', script ?? ''), ...rest], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: '1',
    // What Node has made of our sources once, it need not make again: a quarter of every start.
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'node'),
    PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
    // Each signature keeps a processor busy; more of them at once only push one another and the event loop aside.
    UV_THREADPOOL_SIZE: process.env.UV_THREADPOOL_SIZE ?? String(Math.max(2, availableParallelism())),
  },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
