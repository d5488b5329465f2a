import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { onTestFinished } from 'vitest';
import { migrationsFolder } from '#db/migrations-folder.ts';
import { type Database, type Db, openDatabase } from '#db/open.ts';
import { databaseOf, newPool } from '#db/postgresql.ts';
import { replaceDatabase } from '../context/database.ts';

/** The engines that tests run on: SQLite always, PostgreSQL when `TEST_POSTGRES_URL` names a server. */
export const ENGINES: readonly ('sqlite' | 'postgresql')[] = process.env.TEST_POSTGRES_URL
  ? ['sqlite', 'postgresql']
  : ['sqlite'];

/**
 * An empty, migrated database that only this test uses. When the test is over it may be closed or left; on PostgreSQL a
 * later test gets it, emptied, with connections that know its tables: a new one takes ten times as long.
 */
export async function openTestDatabase(engine: 'sqlite' | 'postgresql' = 'sqlite'): Promise<Database> {
  if (engine === 'postgresql') return reusedDatabase();
  const database = openDatabase('file::memory:');
  await database.migrate();
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

/** What a test leaves behind, a timer or a call that nobody waits for, is over by then. */
const QUIET_AFTER_MS = 3000;

/** Pools of databases whose test is over, the longest unused first. */
const left: { readonly pool: pg.Pool; readonly at: number }[] = [];

async function reusedDatabase(): Promise<Database> {
  const pool = (await takeEmptied()) ?? newPool(await newPostgresDatabase());
  try {
    onTestFinished(() => {
      if (!pool.ending) left.push({ pool, at: performance.now() });
    });
  } catch {
    // Outside a test, as in `beforeAll`, nothing says when a database is done with.
  }
  return databaseOf(pool);
}

async function takeEmptied(): Promise<pg.Pool | undefined> {
  const [oldest] = left;
  if (!oldest || performance.now() - oldest.at < QUIET_AFTER_MS) return undefined;
  left.shift();
  await oldest.pool.query('select emptying.empty_tables()');
  return oldest.pool;
}

/** Leaves of a database what the migrations made of it. Deleting from many small tables is quicker than truncating them. */
const EMPTY_TABLES = `
  create schema if not exists emptying;
  create or replace function emptying.empty_tables() returns void language plpgsql as $$
  declare one text;
  begin
    perform set_config('session_replication_role', 'replica', true);
    for one in select format('%I.%I', schemaname, tablename) from pg_tables where schemaname = 'public' loop
      if pg_relation_size(one) > 262144 then execute 'truncate ' || one;
      elsif pg_relation_size(one) > 0 then execute 'delete from ' || one;
      end if;
    end loop;
    for one in select format('%I.%I', schemaname, sequencename) from pg_sequences
      where schemaname = 'public' and last_value is not null loop
      execute 'alter sequence ' || one || ' restart';
    end loop;
  end $$`;

let template: Promise<string> | undefined;

async function newPostgresDatabase(): Promise<string> {
  template ??= prepareTemplate();
  const from = await template;
  const name = `systembruker_${randomBytes(6).toString('hex')}`;
  await onServer((client) => client.query(`create database ${name} template ${from} strategy file_copy`));
  return withDatabase(name);
}

/**
 * Migrates the template once per server; workers take turns by an advisory lock. It is named by the migrations and what
 * empties it, so that a server that goes on living serves several states of the code.
 */
async function prepareTemplate(): Promise<string> {
  const journal = readFileSync(join(migrationsFolder('postgresql'), 'meta', '_journal.json'));
  const name = `systembruker_template_${createHash('sha256').update(journal).update(EMPTY_TABLES).digest('hex').slice(0, 12)}`;
  await onServer(async (client) => {
    await client.query('select pg_advisory_lock(7242)');
    const known = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (known.rowCount === 0) await client.query(`create database ${name}`);
    const database = openDatabase(withDatabase(name));
    await database.migrate();
    await database.close();
    await onDatabase(withDatabase(name), (made) => made.query(EMPTY_TABLES));
    await client.query('select pg_advisory_unlock(7242)');
  });
  return name;
}

async function onServer(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  await onDatabase(process.env.TEST_POSTGRES_URL, async (client) => {
    // Copies of one template take turns.
    await client.query('select pg_advisory_lock(7243)');
    await work(client);
  });
}

async function onDatabase(url: string | undefined, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
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
