import { provideSandboxSecret } from './secrets.ts';

provideSandboxSecret(process.env);
process.argv.push('--dev');
await import('../server.ts');
