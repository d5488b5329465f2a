import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join, normalize } from 'node:path';

const SOURCES = [
  'app/**/*',
  'lib/**/*',
  'db/**/*',
  'public/**/*',
  '*.ts',
  'scripts/pack-server.ts',
  '*.mjs',
  'package-lock.json',
  'tsconfig.json',
];
/** What a build itself writes among them. */
const WRITTEN = new Set(['public/openapi.json', 'next-env.d.ts'].map(normalize));

/** Where Next builds to. */
const folder = process.env.NEXT_DIST_DIR ?? '.next';
/** Where the server is packed to. */
export const PACKED = join(folder, 'packed');

/** The server as it is started when it has been built. */
export const PACKED_SERVER = join(PACKED, 'server.mjs');

/**
 * Builds the pages, and packs the server, when a source is newer than the last build; an up-to-date build costs a look at
 * the files.
 * @throws when it cannot be built; why has been said then
 */
export async function buildIfNeeded(): Promise<void> {
  const stamp = join(folder, 'built-at');
  const builtAt = existsSync(stamp) ? statSync(stamp).mtimeMs : 0;
  const sources = SOURCES.flatMap((pattern) => globSync(pattern)).filter((file) => !WRITTEN.has(file));
  if (!sources.some((file) => statSync(file).mtimeMs > builtAt)) return;
  const startedAt = new Date();
  console.log('Building …');
  await run(process.execPath, 'scripts/openapi.ts');
  await run('next', 'build');
  await run(process.execPath, 'scripts/pack-server.ts');
  // As old as the build's beginning: what was changed while it ran may be in one half of it and not in the other.
  writeFileSync(stamp, '');
  utimesSync(stamp, startedAt, startedAt);
}

async function run(program: string, ...arguments_: readonly string[]): Promise<void> {
  const [code] = await once(spawn(program, arguments_, { stdio: ['ignore', 'inherit', 'inherit'] }), 'exit');
  if (code !== 0) throw new Error(`${[program, ...arguments_].join(' ')} ended with ${code}.`);
}
