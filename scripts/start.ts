import { buildIfNeeded } from './build.ts';
import { provideSandboxSecret } from './secrets.ts';

provideSandboxSecret(process.env);
Object.assign(process.env, { NODE_ENV: 'production' });
buildIfNeeded();
await import('../server.ts');
