import { chmodSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { copySqlite } from './copy-sqlite.ts';
import { takeTurn } from './take-turn.ts';
import { type AppliedMigration, assertKnownMigrations } from './unusable.ts';

const TURN_WAIT_MS = 60_000;
const WRITE_LOCK_WAIT_MS = 5000;

/**
 * Applies the migrations that an SQLite file lacks, in one transaction, after it has been copied. A side file
 * serialises processes that start together.
 * @returns the copy, if there was something to lose
 * @throws UnusableDatabaseError
 */
export function migrateSqlite(connection: Sqlite.Database, file: string, migrationsFolder: string): string | undefined {
  const letNextIn = file === ':memory:' ? undefined : takeTurn(`${file}.migrate`, TURN_WAIT_MS);
  try {
    connection.pragma(`busy_timeout = ${WRITE_LOCK_WAIT_MS}`);
    const applied = appliedMigrations(connection);
    assertKnownMigrations(applied, migrationsFolder, file);
    const isBehind = applied.length > 0 && applied.length < readMigrationFiles({ migrationsFolder }).length;
    const copy = isBehind ? keepCopy(connection, file, applied.length - 1) : undefined;
    migrate(drizzle(connection), { migrationsFolder });
    return copy;
  } finally {
    connection.pragma('busy_timeout = 0');
    letNextIn?.();
  }
}

function appliedMigrations(connection: Sqlite.Database): readonly AppliedMigration[] {
  const table = connection.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get();
  if (table === undefined) return [];
  return connection
    .prepare<[], AppliedMigration>('select hash, created_at as createdAt from __drizzle_migrations')
    .all();
}

/** Keeps one copy beside the file, named by the last migration that it has had. */
function keepCopy(connection: Sqlite.Database, file: string, migration: number): string {
  const copy = `${file}.${String(migration).padStart(4, '0')}.backup`;
  const draft = `${copy}.part`;
  rmSync(draft, { force: true });
  copySqlite(connection, draft);
  chmodSync(draft, statSync(file).mode);
  renameSync(draft, copy);
  for (const older of copiesOf(file)) if (older !== copy) rmSync(older);
  return copy;
}

function copiesOf(file: string): readonly string[] {
  const names = readdirSync(dirname(file)).filter((name) => name.startsWith(`${basename(file)}.`));
  return names.filter((name) => /\.\d{4}\.backup$/.test(name)).map((name) => join(dirname(file), name));
}
