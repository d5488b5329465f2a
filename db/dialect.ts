import * as pg from 'drizzle-orm/pg-core';
import * as lite from 'drizzle-orm/sqlite-core';

/** One column vocabulary for two engines; PostgreSQL's types are the authority. */
const postgresql = {
  table: pg.pgTable,
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  primaryKey: pg.primaryKey,
  autoId: (name: string) => pg.bigint(name, { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  text: pg.text,
  int: pg.integer,
  bigint: (name: string) => pg.bigint(name, { mode: 'number' }),
  bool: pg.boolean,
  time: (name: string) => pg.timestamp(name, { withTimezone: true, mode: 'date', precision: 3 }),
  json: pg.jsonb,
};

/** What a table definition may use; see `db/tables`. */
export type Dialect = typeof postgresql;

const sqlite = {
  table: lite.sqliteTable,
  index: lite.index,
  uniqueIndex: lite.uniqueIndex,
  primaryKey: lite.primaryKey,
  autoId: (name: string) => lite.integer(name).primaryKey({ autoIncrement: true }),
  text: lite.text,
  int: (name: string) => lite.integer(name),
  bigint: (name: string) => lite.integer(name),
  bool: (name: string) => lite.integer(name, { mode: 'boolean' }),
  time: (name: string) => lite.integer(name, { mode: 'timestamp_ms' }),
  json: (name: string) => lite.text(name, { mode: 'json' }),
} satisfies Record<keyof Dialect, unknown>;

/** The vocabulary of each engine; the one cast in the house stands here. */
export const dialects = { postgresql, sqlite: sqlite as unknown as Dialect };
