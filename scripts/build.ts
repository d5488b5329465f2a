import { spawnSync } from 'node:child_process';
import { existsSync, globSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

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

/** Where Next builds to. */
const folder = process.env.NEXT_DIST_DIR ?? '.next';
/** Where the server is packed to. */
export const PACKED = join(folder, 'packed');

/** The server as it is started when it has been built. */
export const PACKED_SERVER = join(PACKED, 'server.mjs');

/** Builds the pages when a source is newer than the last build; an up-to-date build costs a look at the files. */
export function buildIfNeeded(): void {
  const stamp = join(folder, 'built-at');
  const builtAt = existsSync(stamp) ? statSync(stamp).mtimeMs : 0;
  const newer = SOURCES.flatMap((pattern) => globSync(pattern)).some((file) => statSync(file).mtimeMs > builtAt);
  if (!newer) return;
  const startedAt = Date.now();
  console.log('Building …');
  run(process.execPath, 'scripts/openapi.ts');
  run('next', 'build');
  run(process.execPath, 'scripts/pack-server.ts');
  writeFileSync(stamp, new Date(startedAt).toISOString());
}

function run(program: string, ...arguments_: readonly string[]): void {
  const result = spawnSync(program, arguments_, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (result.status !== 0) process.exit(result.status ?? 1);
}
