import { writeOpenApi } from './openapi.ts';
import { provideSandboxSecret } from './secrets.ts';

provideSandboxSecret(process.env);
process.argv.push('--dev');
await writeOpenApi();
await import('../server.ts');
