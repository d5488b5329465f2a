import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/sqlite-proxy';
import { inSpan } from '#lib/kernel/trace.ts';
import { checkpointer } from './checkpointer.ts';
import { dialects } from './dialect.ts';
import { isUnavailable } from './failures.ts';
import { migrateSqlite } from './migrate-sqlite.ts';
import { migrationsFolder } from './migrations-folder.ts';
import type { Database, Db, Shared, Transaction } from './open.ts';
import { ping } from './ping.ts';
import { runDirectly } from './prepared.ts';
import { onceAfterRestart } from './restart.ts';
import { allTables } from './tables/index.ts';
import { damaged } from './unusable.ts';

const WRITE_LOCK_WAIT_MS = 5000;
const STATEMENT_CACHE_SIZE = 500;
/** How long the log may become before a writer itself moves it into the file, which a thread does long before: 128 MiB. */
const LOG_MAX_PAGES = 32_768;
/** The same when there is no such thread: 16 MiB, which cost a wait for the disk. */
const CHECKPOINT_PAGES = 4096;

/** How much of the file stays in memory for the connection by which most is read; the driver's own is half of it. */
const WRITER_CACHE_KIB = 32_768;

/** How much of the file is mapped while it is checked; the most that SQLite maps. */
const MAPPED_MAX_BYTES = 2_147_418_112;

type Method = 'run' | 'all' | 'values' | 'get';

/** How long a commit lasts: FULL is on the disk, NORMAL only with the operating system until the next FULL one. */
type Durability = 'FULL' | 'NORMAL';

/**
 * Opens an SQLite file: one writer connection behind an in-process queue, one query-only reader, WAL, durability FULL
 * but for quick transactions. drizzle's asynchronous proxy driver sits on top, so that a transaction body may be
 * asynchronous as on PostgreSQL.
 */
export function openSqlite(file: string): Database {
  if (Number(process.versions.napi) < 10) {
    throw new Error(
      `Node ${process.version} is too old for the database driver: use npm scripts, or Node 22.18 or newer.`,
    );
  }
  if (file !== ':memory:') {
    mkdirSync(dirname(file), { recursive: true });
    // A new file is its owner's alone, and so are the log and the index that SQLite lays beside it.
    if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
  }
  const tables = allTables(dialects.sqlite);
  const writer = connectSound(file);
  writer.connection.pragma('busy_timeout = 0');
  // An in-memory database exists on one connection only, so reads share the writer.
  const reader = file === ':memory:' ? writer : connect(file);
  if (reader !== writer) reader.connection.pragma('query_only = ON');

  let tail: Promise<unknown> = Promise.resolve();
  /** Gives each its turn, and an instant until which it may wait for another process, its waiting in line included. */
  const exclusive = <T>(work: (deadline: number) => Promise<T>): Promise<T> => {
    const deadline = performance.now() + WRITE_LOCK_WAIT_MS;
    const turn = tail.then(() => work(deadline));
    tail = turn.catch(() => {});
    return turn;
  };

  const log =
    file === ':memory:'
      ? undefined
      : checkpointer(file, () => writer.connection.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`));
  const commit = async <T>(durability: Durability, deadline: number, work: () => T | Promise<T>): Promise<T> => {
    const result = await committing(writer, durability, deadline, work);
    log?.noteCommit();
    return result;
  };

  /** Reads go to the writer while it is idle: its pages stay warm, while each commit makes the reader forget its own. */
  const readable = (sql: string): Sqlite.Statement | undefined => {
    const connection = writer.connection.inTransaction ? reader : writer;
    if (connection.connection.inTransaction) return undefined;
    const statement = connection.prepare(sql);
    return statement.readonly ? statement : undefined;
  };
  const inTransaction = drizzle(async (sql, params, method) => run(writer.prepare(sql), params, method));
  const outside = drizzle(async (sql, params, method) => {
    const statement = readable(sql);
    if (statement) return run(statement, params, method);
    const write = writer.prepare(sql);
    const work = () => run(write, params, method);
    return exclusive(async (deadline) => (write.readonly ? work() : commit('FULL', deadline, work)));
  });

  const locked: Db['locked'] = (query) => query;
  const elements: Db['elements'] = (list) => sql`json_each(${list})`;
  const holdTables: Db['holdTables'] = async () => {};
  const join: Db['transaction'] = (work) => work(tx);
  const inside = handle(inTransaction);
  const tx: Transaction = {
    ...inside,
    tables,
    insertNumbered: inside.insert,
    transaction: join,
    quickTransaction: join,
    locked,
    holdTables,
    elements,
  };
  const begins =
    (durability: Durability): Db['transaction'] =>
    (work) =>
      exclusive((deadline) => commit(durability, deadline, () => work(tx)));
  const begun = begins('FULL');
  const transaction: Db['transaction'] = (work) => inSpan('transaction', () => begun(work));
  const quickTransaction = begins('NORMAL');
  const shared = handle(outside);
  const insertNumbered = shared.insert;
  const db: Db = { ...shared, tables, insertNumbered, transaction, quickTransaction, locked, holdTables, elements };

  runDirectly(tx, (sql, params) => run(writer.prepare(sql), params, 'all').rows as unknown[][]);
  runDirectly(db, (sql, params) => {
    const statement = readable(sql);
    return statement && (run(statement, params, 'all').rows as unknown[][]);
  });

  return {
    db,
    migrate: async (migrations = migrationsFolder('sqlite')) => migrateSqlite(writer.connection, file, migrations),
    onceAfterRestart: (work) => onceAfterRestart(db, work),
    ping: () => ping(db),
    close: () =>
      exclusive(async () => {
        await log?.stop();
        if (reader !== writer) reader.connection.close();
        writer.connection.close();
      }),
  };
}

type Connection = ReturnType<typeof connect>;

/** Connects the writer to a file whose pages hang together. @throws UnusableDatabaseError */
function connectSound(file: string): Connection {
  try {
    const connected = connect(file);
    connected.connection.pragma(`cache_size = -${WRITER_CACHE_KIB}`);
    // The check jumps about in the file. Mapped, it is read ahead: a fifth of the time when it is not in memory yet.
    connected.connection.pragma(`mmap_size = ${MAPPED_MAX_BYTES}`);
    const found = connected.connection.pragma('quick_check(1)', { simple: true });
    connected.connection.pragma('mmap_size = 0');
    if (found !== 'ok') throw new Error(String(found));
    return connected;
  } catch (error) {
    if (isUnavailable(error)) throw error;
    throw damaged(file, error);
  }
}

function connect(file: string) {
  const connection = new Sqlite(file, { timeout: WRITE_LOCK_WAIT_MS });
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma(`wal_autocheckpoint = ${LOG_MAX_PAGES}`);
  connection.pragma('foreign_keys = ON');
  let durability: Durability = 'FULL';
  const setDurability = (wanted: Durability): void => {
    if (wanted !== durability) connection.pragma(`synchronous = ${wanted}`);
    durability = wanted;
  };
  const cache = new Map<string, Sqlite.Statement>();
  const prepare = (sql: string): Sqlite.Statement => {
    const known = cache.get(sql);
    if (known) return known;
    const statement = connection.prepare(withFixedPlan(sql));
    if (statement.reader) statement.raw(true);
    if (cache.size >= STATEMENT_CACHE_SIZE) cache.clear();
    cache.set(sql, statement);
    return statement;
  };
  return { connection, prepare, setDurability };
}

/**
 * The same query, planned once. SQLite plans a join anew at every run when the value of a parameter could change the plan,
 * which takes longer than the query; a plus sign, which changes no value, tells it not to look.
 */
function withFixedPlan(sql: string): string {
  return sql.startsWith('select') ? sql.replaceAll(/([=<>]) \?/g, '$1 +?') : sql;
}

function run(statement: Sqlite.Statement, params: unknown[], method: Method): { rows: unknown[] } {
  if (!statement.reader) {
    statement.run(...params);
    return { rows: [] };
  }
  return { rows: (method === 'get' ? statement.get(...params) : statement.all(...params)) as unknown[] };
}

/** Runs the work in a transaction of the writer, which nothing else uses meanwhile. */
async function committing<T>(
  writer: Connection,
  durability: Durability,
  deadline: number,
  work: () => T | Promise<T>,
): Promise<T> {
  writer.setDurability(durability);
  await begin(writer, deadline);
  try {
    const result = await work();
    writer.prepare('COMMIT').run();
    return result;
  } catch (error) {
    if (writer.connection.inTransaction) writer.prepare('ROLLBACK').run();
    throw error;
  }
}

/**
 * Takes the write lock; while another process holds it, waits without blocking the event loop. SQLite's own waiting
 * would block it, so `begin` is the only way to the lock and switches that off.
 */
async function begin(writer: Connection, deadline: number): Promise<void> {
  for (;;) {
    try {
      writer.prepare('BEGIN IMMEDIATE').run();
      return;
    } catch (error) {
      if (!isLocked(error) || performance.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1 + Math.random() * 4));
    }
  }
}

function isLocked(error: unknown): boolean {
  return (error as { code?: string }).code?.startsWith('SQLITE_BUSY') ?? false;
}

/** Picks the shared builder methods; PostgreSQL's types are the authority (see `dialect.ts`). */
function handle(orm: ReturnType<typeof drizzle>): Shared {
  const builder = orm as unknown as Db;
  return {
    select: builder.select.bind(orm),
    selectDistinct: builder.selectDistinct.bind(orm),
    insert: builder.insert.bind(orm),
    update: builder.update.bind(orm),
    delete: builder.delete.bind(orm),
    $count: builder.$count.bind(orm),
    with: builder.with.bind(orm),
    $with: builder.$with.bind(orm),
  } as Shared;
}
