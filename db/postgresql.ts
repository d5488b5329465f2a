import { getTableName, type SQL, sql } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { inSpan } from '#lib/kernel/trace.ts';
import { dialects } from './dialect.ts';
import { migrationsFolder } from './migrations-folder.ts';
import type { Database, Db, Shared, Transaction } from './open.ts';
import { ping } from './ping.ts';
import { allTables } from './tables/index.ts';
import { type AppliedMigration, assertKnownMigrations } from './unusable.ts';

const POOL_SIZE = 10;
const CONNECT_TIMEOUT_MS = 5000;
/**
 * A caller hears within six seconds that somebody else holds what it needs. Who is not the first to wait for a row waits
 * twice: for the place of the first, and then for the row.
 */
const LOCK_TIMEOUT_MS = 2000;
/** Who wants whole tables waits for every writer, and for others that want the same. */
const HOLD_TIMEOUT_MS = 9000;
const STATEMENT_TIMEOUT_MS = 10_000;
const TRANSACTION_ATTEMPTS = 5;
const MIGRATION_LOCK = 7241;
/** Serialization failure and deadlock: the transaction may simply be run again. */
const RETRYABLE = new Set(['40001', '40P01']);

/** Opens a PostgreSQL database with a pool; transactions are READ COMMITTED and run again after a deadlock. */
export function openPostgresql(url: string): Database {
  return databaseOf(newPool(url));
}

/** Connections to a database, made when they are needed. */
export function newPool(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    lock_timeout: LOCK_TIMEOUT_MS,
    keepAlive: true,
  });
  // A broken idle connection is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  return pool;
}

/** The database that a pool has connections to; closing it ends the pool. */
export function databaseOf(pool: pg.Pool): Database {
  const orm = drizzle(pool);
  const tables = allTables(dialects.postgresql);

  const transaction = async <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await orm.transaction((inner) => {
          const join: Transaction['transaction'] = (nested) => nested(tx);
          const tx: Transaction = {
            ...handle(inner),
            tables,
            insertNumbered: insertNumbered(inner),
            transaction: join,
            quickTransaction: join,
            locked,
            holdTables: (held) => holdTables(inner, held),
            elements,
          };
          return work(tx);
        });
      } catch (error) {
        if (attempt >= TRANSACTION_ATTEMPTS || !isRetryable(error)) throw error;
      }
    }
  };

  const db: Db = {
    ...handle(orm),
    tables,
    insertNumbered: insertNumbered(orm),
    transaction: (work) => inSpan('transaction', () => transaction(work)),
    quickTransaction: transaction,
    locked,
    holdTables: async () => {
      throw new Error('Tables are held in a transaction.');
    },
    elements,
  };
  return {
    db,
    async migrate(migrations = migrationsFolder('postgresql')) {
      const client = await pool.connect();
      try {
        await client.query('set lock_timeout = 0; set statement_timeout = 0');
        await client.query(`select pg_advisory_lock(${MIGRATION_LOCK})`);
        const { rows } = await client.query<{ name: string }>('select current_database() as name');
        assertKnownMigrations(await appliedMigrations(client), migrations, rows[0]?.name ?? '');
        await migrate(drizzle(client), { migrationsFolder: migrations });
        return undefined;
      } finally {
        await client.query(`select pg_advisory_unlock(${MIGRATION_LOCK})`);
        await client.query('reset lock_timeout; reset statement_timeout');
        client.release();
      }
    },
    async onceAfterRestart() {},
    ping: () => ping(db),
    close: () => pool.end(),
  };
}

async function appliedMigrations(client: pg.PoolClient): Promise<readonly AppliedMigration[]> {
  const table = await client.query("select to_regclass('drizzle.__drizzle_migrations') as name");
  if (table.rows[0]?.name === null) return [];
  const { rows } = await client.query('select hash, created_at from drizzle.__drizzle_migrations');
  return rows.map((row) => ({ hash: row.hash, createdAt: Number(row.created_at) }));
}

function insertNumbered(orm: Pick<NodePgDatabase, 'insert'>): Db['insertNumbered'] {
  return ((table) => orm.insert(table).overridingSystemValue()) as Db['insertNumbered'];
}

function locked<Query extends PromiseLike<unknown>>(query: Query): Query {
  return (query as unknown as { for(strength: 'update'): Query }).for('update');
}

/** In the order of their names, so that two do not wait for each other. */
async function holdTables(
  orm: Pick<NodePgDatabase, 'execute'>,
  tables: Parameters<Db['holdTables']>[0],
): Promise<void> {
  const names = tables.map((table) => getTableName(table)).sort();
  await orm.execute(sql.raw(`set local lock_timeout = ${HOLD_TIMEOUT_MS}`));
  await orm.execute(
    sql`lock table ${sql.join(
      names.map((name) => sql.identifier(name)),
      sql`, `,
    )} in exclusive mode`,
  );
}

function elements(list: Parameters<Db['elements']>[0]): SQL {
  return sql`jsonb_array_elements((${list})::jsonb)`;
}

function isRetryable(error: unknown): boolean {
  const { code, cause } = error as { code?: string; cause?: { code?: string } };
  return RETRYABLE.has(code ?? '') || RETRYABLE.has(cause?.code ?? '');
}

function handle(
  orm: Pick<NodePgDatabase, 'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | '$count' | 'with' | '$with'>,
): Shared {
  return {
    select: orm.select.bind(orm),
    selectDistinct: orm.selectDistinct.bind(orm),
    insert: orm.insert.bind(orm),
    update: orm.update.bind(orm),
    delete: orm.delete.bind(orm),
    $count: orm.$count.bind(orm),
    with: orm.with.bind(orm),
    $with: orm.$with.bind(orm),
  } as Shared;
}
