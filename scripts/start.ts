import { readServe } from '#lib/config/env.ts';
import { buildIfNeeded } from './build.ts';
import { provideSandboxSecret } from './secrets.ts';
import { printWelcome } from './welcome.ts';

provideSandboxSecret(process.env);
Object.assign(process.env, { NODE_ENV: 'production' });
buildIfNeeded();
await import('../server.ts');
if (readServe(process.env).wings === 'all') printWelcome();
