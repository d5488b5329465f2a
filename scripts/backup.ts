import { existsSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { env } from '#lib/config/env.ts';
import { provideSandboxSecret } from './secrets.ts';

provideSandboxSecret(process.env);
const [target] = process.argv.slice(2);
const { DATABASE_URL } = env();
if (!DATABASE_URL.startsWith('file:')) stop('On PostgreSQL use pg_dump --format=custom.');
if (target === undefined || existsSync(target)) stop('Say which new file to write: npm run backup -- <file>');
// A whole copy of one instant, while the server goes on writing.
const connection = new Sqlite(DATABASE_URL.slice('file:'.length), { readonly: true, fileMustExist: true });
connection.prepare('vacuum into ?').run(target);
connection.close();
console.log(`Written to ${target}.`);

function stop(reason: string): never {
  console.error(reason);
  process.exit(1);
}
