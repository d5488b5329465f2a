import { type Database, type Db, openDatabase } from '#db/open.ts';
import { env } from '../config/env.ts';

const KEY = Symbol.for('systembruker.database');
type Holder = { [KEY]?: Database };

/** The process's one database; Next's bundles and the machine lane share it. */
export function database(): Database {
  const holder = globalThis as Holder;
  holder[KEY] ??= openDatabase(env().DATABASE_URL);
  return holder[KEY];
}

/** The database handle of this process. */
export function processDb(): Db {
  return database().db;
}

/** Puts another database in place of the process's own; for tests. */
export function replaceDatabase(replacement: Database | undefined): void {
  if (replacement) (globalThis as Holder)[KEY] = replacement;
  else delete (globalThis as Holder)[KEY];
}
