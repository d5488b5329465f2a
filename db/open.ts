import type { SQL, SQLWrapper } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { openPostgresql } from './postgresql.ts';
import { openSqlite } from './sqlite.ts';
import type { Tables } from './tables/index.ts';

/** The query builders that both engines share. */
export type Shared = Pick<
  PgDatabase<PgQueryResultHKT, Record<string, never>>,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | '$count' | 'with' | '$with'
>;

/**
 * The part of drizzle's API that both engines share, with the tables beside it.
 * Inside a transaction use the handle it gives, never the outer one: on SQLite that would wait for itself.
 */
export interface Db extends Shared {
  readonly tables: Tables;
  /**
   * Runs the work in one transaction and commits when it resolves; a nested call joins the outer one.
   * One writer at a time on SQLite; READ COMMITTED with `locked` on PostgreSQL, where the work may be run again
   * after a deadlock. No network and no slow crypto inside.
   */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /**
   * Like `transaction`, for rows that must outlive this process but may be lost when the machine itself goes down: SQLite
   * does not wait for the disk. See `Database.onceAfterRestart`.
   */
  quickTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Like `insert`, for rows that bring the numbers which the engine gave them once. */
  readonly insertNumbered: Shared['insert'];
  /** `SELECT … FOR UPDATE` on PostgreSQL; SQLite's transaction already holds the write lock. */
  locked<Query extends PromiseLike<unknown>>(query: Query): Query;
  /**
   * Keeps other writers out of the tables until the transaction ends, and waits for those that are under way; readers go
   * on with what was. SQLite's transaction already does.
   */
  holdTables(tables: readonly Tables[keyof Tables][]): Promise<void>;
  /** The elements of a JSON list as rows of one column, `value`; what is inside an element is read with `->>`. */
  elements(list: SQLWrapper | string): SQL;
}

/** A handle inside a transaction; every verb's write takes one. */
export type Transaction = Db;

/** An opened database of one process. */
export interface Database {
  readonly db: Db;
  /**
   * Brings the schema up to date, wholly or not at all; safe when several processes start together.
   * @param migrations a folder of migrations; the product's own unless told otherwise
   * @returns the copy of an SQLite file from before, when it held an older schema
   * @throws UnusableDatabaseError
   */
  migrate(migrations?: string): Promise<string | undefined>;
  /**
   * Runs the work once when the machine has been restarted since the database was last opened, so that what a
   * `quickTransaction` committed last may be gone. Never on PostgreSQL, which syncs every commit.
   */
  onceAfterRestart(work: (tx: Transaction) => Promise<void>): Promise<void>;
  /** Whether a row can be written right now. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Opens `file:<path>` (or `file::memory:`) as SQLite and `postgres://…` as PostgreSQL. Does not migrate. */
export function openDatabase(url: string): Database {
  return /^postgres(ql)?:/.test(url) ? openPostgresql(url) : openSqlite(url.replace(/^file:/, ''));
}
