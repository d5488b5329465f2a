import { rmSync } from 'node:fs';
import { buildIfNeeded } from '../scripts/build.ts';
import { provideSandboxSecret } from '../scripts/secrets.ts';
import { benchLookup } from './lookup.ts';
import { benchMillion } from './million.ts';
import { benchPages } from './pages.ts';
import { benchPdp } from './pdp.ts';
import { benchRefusals } from './refusals.ts';
import { benchToken } from './token.ts';

const BENCHMARKS: Readonly<Record<string, (databaseUrl: string) => Promise<void>>> = {
  token: benchToken,
  million: benchMillion,
  refusals: benchRefusals,
  pdp: benchPdp,
  lookup: benchLookup,
  pages: benchPages,
};

const name = process.argv[2] ?? '';
const benchmark = BENCHMARKS[name];
if (!benchmark) {
  console.error(`npm run bench -- <${Object.keys(BENCHMARKS).join(' | ')}>`);
  process.exit(1);
}
provideSandboxSecret(process.env);
await buildIfNeeded();
rmSync('data/bench', { recursive: true, force: true });
await benchmark('file:data/bench/portal.sqlite');
