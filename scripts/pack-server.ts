import { globSync, readFileSync, rmSync } from 'node:fs';
import { buildSync } from 'esbuild';
import { PACKED } from './build.ts';

/**
 * Packages of many small files. For each file of drizzle-orm, and each import of one, Node reads and parses its
 * package.json of 180 KB; that was half of what a start costs.
 */
const PACKED_IN = ['drizzle-orm', 'jose', 'zod'];

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
const outside = Object.keys(dependencies).filter((name) => !PACKED_IN.includes(name));

rmSync(PACKED, { recursive: true, force: true });
// In the folders they come from: the server finds its sections by where their files are.
buildSync({
  entryPoints: ['server.ts', ...globSync('app/**/endpoints.ts')],
  outdir: PACKED,
  outbase: '.',
  bundle: true,
  // Beside them Next writes that `.js` is CommonJS.
  outExtension: { '.js': '.mjs' },
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  external: outside.flatMap((name) => [name, `${name}/*`]),
});
