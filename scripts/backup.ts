import { existsSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { copySqlite } from '#db/copy-sqlite.ts';
import { env } from '#lib/config/env.ts';
import { provideSandboxSecret } from './secrets.ts';

provideSandboxSecret(process.env);
const [target] = process.argv.slice(2);
const { DATABASE_URL } = env();
if (!DATABASE_URL.startsWith('file:')) stop('On PostgreSQL use pg_dump --format=custom.');
if (target === undefined || existsSync(target)) stop('Say which new file to write: npm run backup -- <file>');
const connection = new Sqlite(DATABASE_URL.slice('file:'.length), { readonly: true, fileMustExist: true });
copySqlite(connection, target);
connection.close();
console.log(`Written to ${target}.`);

function stop(reason: string): never {
  console.error(reason);
  process.exit(1);
}
