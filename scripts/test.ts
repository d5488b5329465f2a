import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { buildIfNeeded } from './build.ts';
import { findChromium } from './chromium.ts';
import { findPostgresql, startPostgresql } from './postgresql.ts';

const UNIT_REPORT = 'test-results/unit.json';
const BROWSER_REPORT = 'test-results/browser.json';

let passed = 0;
let failed = 0;
let stopPostgresql: (() => void) | undefined;

process.on('SIGINT', () => process.exit(130));
process.on('SIGTERM', () => process.exit(143));

mkdirSync('test-results', { recursive: true });
for (const report of [UNIT_REPORT, BROWSER_REPORT]) rmSync(report, { force: true });

await step('generated types', () => run('next', 'typegen'));
await together([
  ['tools', provideTools],
  ['format and lint', () => run('biome', 'check', '--error-on-warnings')],
  ['types and build', buildWhatIsWellTyped],
  ['dependency rules', () => run('npm', 'run', '--silent', 'walls')],
  ['dead code', () => run('knip')],
]);
await step('unit tests', async () => {
  const ok = await run('vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_REPORT}`);
  stopPostgresql?.();
  count(UNIT_REPORT, (report) => [report.numPassedTests, report.numFailedTests]);
  return ok;
});
await step('browser tests', async () => {
  const ok = await run('playwright', 'test');
  count(BROWSER_REPORT, ({ stats }) => [stats?.expected, (stats?.unexpected ?? 0) + (stats?.flaky ?? 0)]);
  return ok;
});
finish();

/** One after the other: the build writes the generated types anew. */
async function buildWhatIsWellTyped(): Promise<boolean> {
  if (!(await run('npm', 'run', '--silent', 'types'))) return false;
  await buildIfNeeded();
  return true;
}

/** Installs what is missing and starts what the tests need. */
async function provideTools(): Promise<boolean> {
  const missing = [
    ...(findChromium() ? [] : ['chromium-headless-shell']),
    ...(findPostgresql() || process.env.TEST_POSTGRES_URL ? [] : ['postgresql']),
  ];
  const canInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version');
  if (canInstall && missing.length > 0) await installPackages(missing);
  // Older releases of Debian have the whole browser only.
  if (canInstall && !findChromium()) await installPackages(['chromium']);
  if (!findChromium() && !(await run('playwright', 'install', 'chromium'))) return false;
  if (process.env.TEST_POSTGRES_URL) return true;
  const programs = findPostgresql();
  if (programs === undefined) {
    console.log('PostgreSQL is not installed: the store and verb tests run on SQLite only.');
    return true;
  }
  const { url, stop } = await startPostgresql(programs);
  stopPostgresql = stop;
  process.on('exit', stop);
  process.env.TEST_POSTGRES_URL = url;
  return true;
}

async function installPackages(names: readonly string[]): Promise<void> {
  console.log(`Installing ${names.join(' and ')} …`);
  const quietly = (command: string) => run('sh', '-c', `DEBIAN_FRONTEND=noninteractive apt-get ${command} > /dev/null`);
  await quietly('update -qq');
  await quietly(`install -y -qq --no-install-recommends ${names.join(' ')}`);
}

/** Runs a program to its end, showing what it says; it is stopped when we are. */
function run(program: string, ...arguments_: readonly string[]): Promise<boolean> {
  const child = spawn(program, arguments_, { stdio: ['ignore', 'inherit', 'inherit'] });
  const stop = () => child.kill('SIGTERM');
  process.on('exit', stop);
  return new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('exit', (code) => {
      process.off('exit', stop);
      resolve(code === 0);
    });
  });
}

async function together(steps: readonly (readonly [name: string, work: () => Promise<boolean>])[]): Promise<void> {
  const results = await Promise.all(steps.map(([name, work]) => timed(name, work)));
  if (results.includes(false)) finish();
}

async function step(name: string, work: () => Promise<boolean>): Promise<void> {
  console.log(`\n── ${name}`);
  if (!(await timed(name, work))) finish();
}

/** A step that throws has failed, and says why. */
async function timed(name: string, work: () => Promise<boolean>): Promise<boolean> {
  const startedAt = performance.now();
  let ok = false;
  try {
    ok = await work();
  } catch (error) {
    console.error(error);
  }
  console.log(`${ok ? '✓' : '✗'} ${name} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
  if (!ok) process.exitCode = 1;
  return ok;
}

type Report = {
  readonly numPassedTests?: number;
  readonly numFailedTests?: number;
  readonly stats?: { readonly expected?: number; readonly unexpected?: number; readonly flaky?: number };
};

function count(file: string, read: (report: Report) => readonly [number | undefined, number | undefined]): void {
  if (!existsSync(file)) return;
  const [more, wrong] = read(JSON.parse(readFileSync(file, 'utf8')) as Report);
  passed += more ?? 0;
  failed += wrong ?? 0;
}

/** Ends with one line that counts tests; a step that is no test and failed counts as one. */
function finish(): never {
  if (process.exitCode && failed === 0) failed = 1;
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
}
