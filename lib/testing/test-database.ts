import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrationsFolder } from '#db/migrations-folder.ts';
import { type Database, type Db, openDatabase } from '#db/open.ts';
import { replaceDatabase } from '../context/database.ts';

/** The engines that tests run on: SQLite always, PostgreSQL when `TEST_POSTGRES_URL` names a server. */
export const ENGINES: readonly ('sqlite' | 'postgresql')[] = process.env.TEST_POSTGRES_URL
  ? ['sqlite', 'postgresql']
  : ['sqlite'];

/** An empty, migrated database of its own; close it with `closeTestDatabase` or leave it to the end of the process. */
export async function openTestDatabase(engine: 'sqlite' | 'postgresql' = 'sqlite'): Promise<Database> {
  const url = engine === 'sqlite' ? 'file::memory:' : await newPostgresDatabase();
  const database = openDatabase(url);
  if (engine === 'sqlite') await database.migrate();
  return database;
}

/** The same as the process's own, for tests that call endpoints. */
export async function serveTestDatabase(engine?: 'sqlite' | 'postgresql'): Promise<Db> {
  const database = await openTestDatabase(engine);
  replaceDatabase(database);
  return database.db;
}

/** The address of an empty, migrated database that several processes can open. */
export async function newTestDatabaseUrl(engine: 'sqlite' | 'postgresql'): Promise<string> {
  if (engine === 'postgresql') return newPostgresDatabase();
  const url = `file:${join(mkdtempSync(join(tmpdir(), 'systembruker-')), 'test.sqlite')}`;
  const database = openDatabase(url);
  await database.migrate();
  await database.close();
  return url;
}

let template: Promise<string> | undefined;

async function newPostgresDatabase(): Promise<string> {
  template ??= prepareTemplate();
  const from = await template;
  const name = `systembruker_${randomBytes(6).toString('hex')}`;
  await onServer((client) => client.query(`create database ${name} template ${from} strategy file_copy`));
  return withDatabase(name);
}

/**
 * Migrates the template once per server; workers take turns by an advisory lock. It is named by the migrations, so that
 * a server that goes on living serves several states of the code.
 */
async function prepareTemplate(): Promise<string> {
  const journal = readFileSync(join(migrationsFolder('postgresql'), 'meta', '_journal.json'));
  const name = `systembruker_template_${createHash('sha256').update(journal).digest('hex').slice(0, 12)}`;
  await onServer(async (client) => {
    await client.query('select pg_advisory_lock(7242)');
    const known = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (known.rowCount === 0) await client.query(`create database ${name}`);
    const database = openDatabase(withDatabase(name));
    await database.migrate();
    await database.close();
    await client.query('select pg_advisory_unlock(7242)');
  });
  return name;
}

async function onServer(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.TEST_POSTGRES_URL });
  await client.connect();
  try {
    // Copies of one template take turns.
    await client.query('select pg_advisory_lock(7243)');
    await work(client);
  } finally {
    await client.end();
  }
}

function withDatabase(name: string): string {
  const url = new URL(process.env.TEST_POSTGRES_URL ?? '');
  url.pathname = `/${name}`;
  return url.href;
}
