import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runSql } from '#lib/testing/run-sql.ts';
import { ENGINES, newTestDatabaseUrl } from '#lib/testing/test-database.ts';
import { schemaVersion } from './contents.ts';
import { migrationsFolder } from './migrations-folder.ts';
import { openDatabase } from './open.ts';
import { UnusableDatabaseError } from './unusable.ts';

type Engine = (typeof ENGINES)[number];
type Journal = { readonly entries: { readonly idx: number; readonly when: number; readonly tag: string }[] };

/** SHA-256 of the first migrations, as databases out there remember them. */
const FROZEN = {
  sqlite: '1b971151cb4d1e6de66da132700cf4dde10691ed5ce58660cff09756588c1325',
  postgresql: '8db9e21fef0bd5e1af7c825ee3b0af88a0874f3866a85e9a2875c828f369afed',
};

/** Columns that went, as another one says the same. */
const DERIVED: Readonly<Record<string, string>> = { resource_policies: 'parsed' };

describe.each(['sqlite', 'postgresql'] as const)('the first migration on %s', (engine) => {
  it('is never edited, since databases made by it would be refused: change the tables and run db:generate', () => {
    const text = readFileSync(join(migrationsFolder(engine), '0000_initial.sql'));
    expect(createHash('sha256').update(text).digest('hex')).toBe(FROZEN[engine]);
  });
});

describe('the migrations of the two engines', () => {
  it('bear the same names, by the newest of which contents say what tables they are of', () => {
    const [sqlite, postgresql] = (['sqlite', 'postgresql'] as const).map((engine) => {
      const journal: Journal = JSON.parse(
        readFileSync(join(migrationsFolder(engine), 'meta', '_journal.json'), 'utf8'),
      );
      return journal.entries.map(({ tag }) => tag);
    });
    expect(sqlite).toEqual(postgresql);
    expect(schemaVersion()).toBe(sqlite?.at(-1));
  });
});

describe.each(ENGINES)('migrations on %s', (engine) => {
  it('F15 bring the oldest schema with its rows to what a new database has, and then have nothing to do', async () => {
    const url = await anEmptyDatabase(engine);
    await migrate(url, migrations(engine, { count: 1 }));
    const before = await fill(url);
    await migrate(url);
    for (const [table, column] of Object.entries(DERIVED)) for (const row of before[table] ?? []) delete row[column];
    expect(await schemaOf(url)).toEqual(await schemaOf(await newTestDatabaseUrl(engine)));
    expect(await rowsOf(url, Object.keys(before))).toMatchObject(before);
    const applied = await runSql(url, 'select * from __drizzle_migrations');
    expect(await migrate(url)).toBeUndefined();
    expect(await runSql(url, 'select * from __drizzle_migrations')).toEqual(applied);
  });

  it('make the tables that the code asks for', async () => {
    const { db, close } = openDatabase(await newTestDatabaseUrl(engine));
    for (const table of Object.values(db.tables)) await db.select().from(table).limit(1);
    await close();
  });

  it('E11 F15 leave a database alone that a newer version has migrated', async () => {
    const url = await newTestDatabaseUrl(engine);
    await runSql(url, 'update __drizzle_migrations set created_at = 9999999999999');
    await expect(migrate(url)).rejects.toThrow(UnusableDatabaseError);
    await expect(migrate(url)).rejects.toThrow(/newer version/);
  });

  it('F15 leave a database alone that a draft of the schema has made, and say which', async () => {
    const url = await newTestDatabaseUrl(engine);
    await runSql(url, "update __drizzle_migrations set hash = 'draft', created_at = 1");
    const name = basename(url.replace('file:', ''));
    await expect(migrate(url)).rejects.toThrow(UnusableDatabaseError);
    await expect(migrate(url)).rejects.toThrow(new RegExp(`${name} was made by .* never released. Move it away`));
  });

  it('F16 that fail half-way leave everything as it was, and the next start finishes', async () => {
    const url = await newTestDatabaseUrl(engine);
    const before = await schemaOf(url);
    const failing = 'create table half (id integer);--> statement-breakpoint\ninsert into nothing values (1)';
    await expect(migrate(url, migrations(engine, { added: failing }))).rejects.toThrow();
    expect(await schemaOf(url)).toEqual(before);
    await migrate(url, migrations(engine, { added: 'create table half (id integer)' }));
    expect(await runSql(url, 'select * from half')).toEqual([]);
  });

  it('F16 whose process is killed leave everything as it was, and the next start finishes', async () => {
    const url = await newTestDatabaseUrl(engine);
    const before = await schemaOf(url);
    const slow = `create table half (id integer);--> statement-breakpoint\n${SLOW[engine]}`;
    const child = fork(new URL('../lib/testing/migrate-process.ts', import.meta.url), {
      env: { ...process.env, DATABASE_URL: url, MIGRATIONS: migrations(engine, { added: slow }) },
      execArgv: [],
    });
    await once(child, 'message');
    await expect.poll(() => isHalfDone(url), { interval: 5, timeout: 20_000 }).toBe(true);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await migrate(url);
    expect(await schemaOf(url)).toEqual(before);
    await migrate(url, migrations(engine, { added: 'create table half (id integer)' }));
    expect(await runSql(url, 'select * from half')).toEqual([]);
  });
});

describe('an SQLite file whose schema is older', () => {
  it('F16 is copied before it is migrated, and the last copy is kept', async () => {
    const url = await newTestDatabaseUrl('sqlite');
    await runSql(url, "insert into settings (name, value) values ('a', '1')");
    const before = await schemaOf(url);
    const folder = dirname(url.replace('file:', ''));
    writeFileSync(join(folder, 'test.sqlite.0009.backup'), 'an older one');
    const copy = await migrate(url, migrations('sqlite', { added: 'drop table settings' }));
    expect(readdirSync(folder).filter((name) => name.includes('backup'))).toEqual([basename(copy ?? '')]);
    expect(await schemaOf(`file:${copy}`)).toEqual(before);
    expect(await runSql(`file:${copy}`, 'select * from settings')).toEqual([{ name: 'a', value: '1' }]);
    rmSync(folder, { recursive: true });
  });
});

/** Statements that take some seconds. */
const SLOW = {
  sqlite:
    'insert into half with recursive n(i) as (select 1 union all select i + 1 from n where i < 30000000) select i from n',
  postgresql: 'select pg_sleep(3)',
};

async function isHalfDone(url: string): Promise<boolean> {
  if (!url.startsWith('file:')) {
    const query = "select 1 from pg_stat_activity where datname = current_database() and query like '%pg_sleep(3)%'";
    return (await runSql(url, `${query} and pid <> pg_backend_pid()`)).length > 0;
  }
  const log = `${url.replace('file:', '')}-wal`;
  return existsSync(log) && statSync(log).size > 0;
}

async function migrate(url: string, folder?: string): Promise<string | undefined> {
  const database = openDatabase(url);
  try {
    return await database.migrate(folder);
  } finally {
    await database.close();
  }
}

/** A folder with so many of the product's own migrations (all, unless told), and perhaps one more. */
function migrations(engine: Engine, { count, added }: { count?: number; added?: string }): string {
  const folder = mkdtempSync(join(tmpdir(), 'migrations-'));
  cpSync(migrationsFolder(engine), folder, { recursive: true });
  const file = join(folder, 'meta', '_journal.json');
  const journal = JSON.parse(readFileSync(file, 'utf8')) as Journal;
  const entries = journal.entries.slice(0, count);
  const last = entries.at(-1);
  if (added !== undefined && last) {
    writeFileSync(join(folder, 'added.sql'), added);
    entries.push({ ...last, idx: last.idx + 1, when: last.when + 1, tag: 'added' });
  }
  writeFileSync(file, JSON.stringify({ ...journal, entries }));
  return folder;
}

async function anEmptyDatabase(engine: Engine): Promise<string> {
  if (engine === 'sqlite') return `file:${join(mkdtempSync(join(tmpdir(), 'systembruker-')), 'test.sqlite')}`;
  const url = await newTestDatabaseUrl(engine);
  await runSql(url, 'drop schema public cascade; drop schema drizzle cascade; create schema public');
  return url;
}

/** Tables with their columns, and indexes, as the engine itself tells. */
function schemaOf(url: string): Promise<readonly Record<string, unknown>[]> {
  return runSql(
    url,
    url.startsWith('file:')
      ? 'select type, name, sql from sqlite_master order by type, name'
      : `select table_name, column_name, data_type, is_nullable, column_default from information_schema.columns
          where table_schema = 'public'
        union all select tablename, indexname, indexdef, null, null from pg_indexes where schemaname = 'public'
        order by 1, 2`,
  );
}

/** Puts two rows into each table, with something in every column. */
async function fill(url: string) {
  const columns = await runSql(
    url,
    url.startsWith('file:')
      ? `select m.name as "table", c.name as "column", c.type from sqlite_master m, pragma_table_info(m.name) c
          where m.type = 'table' and m.name not like 'sqlite_%' and m.name not like '\\_\\_%' escape '\\'`
      : `select table_name as "table", column_name as "column", data_type as type from information_schema.columns
          where table_schema = 'public' and is_identity = 'NO'`,
  );
  const tables = Object.entries(Object.groupBy(columns, ({ table }) => String(table)));
  for (const [table, its = []] of tables) {
    const names = its.map(({ column }) => `"${column}"`).join(', ');
    for (const row of [1, 2]) {
      const values = its.map(({ type }) => VALUES[String(type)]?.(row) ?? `'[${row}]'`).join(', ');
      await runSql(url, `insert into "${table}" (${names}) values (${values})`);
    }
  }
  return rowsOf(
    url,
    tables.map(([table]) => table),
  );
}

/** By type; everything else is text or JSON, and `[1]` is both. */
const VALUES: Readonly<Record<string, (row: number) => string>> = {
  integer: String,
  INTEGER: String,
  bigint: String,
  boolean: () => 'true',
  'timestamp with time zone': (row) => `'2026-01-0${row}T00:00:00Z'`,
};

async function rowsOf(url: string, tables: readonly string[]) {
  const rows = await Promise.all(
    tables.map(async (table) => [table, await runSql(url, `select * from "${table}" order by 1`)] as const),
  );
  return Object.fromEntries(rows);
}
