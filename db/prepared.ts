import { Column, fillPlaceholders, is } from 'drizzle-orm';
import type { Db } from './open.ts';

type Preparable<Row> = {
  prepare(name: string): { execute(values: Record<string, unknown>): Promise<Row[]> };
};

type Execute<Row> = (values: Record<string, unknown>) => Promise<Row[]>;

/** Runs SQL at once on the handle's own connection, rows as lists; `undefined` when that is not possible. */
export type RunDirectly = (sql: string, params: unknown[]) => readonly (readonly unknown[])[] | undefined;

const direct = new WeakMap<Db, RunDirectly>();

/** Lets prepared queries on a handle go straight to its driver: half of what such a query costs is the way through drizzle. */
export function runDirectly(db: Db, run: RunDirectly): void {
  direct.set(db, run);
}

/**
 * Makes a query whose SQL is built once per handle and then only run, for reads that every request needs: building costs
 * more than running. Values stand in it as `sql.placeholder('<name>')`.
 * @param name unique; PostgreSQL keeps the plan under it.
 */
export function prepared<Row>(
  name: string,
  build: (db: Db) => Preparable<Row>,
): (db: Db, values: Record<string, unknown>) => Promise<Row[]> {
  const known = new WeakMap<Db, Execute<Row>>();
  return (db, values) => {
    let execute = known.get(db);
    if (!execute) {
      execute = toExecute(db, build(db).prepare(name));
      known.set(db, execute);
    }
    return execute(values);
  };
}

/** What drizzle's prepared queries know about themselves. */
type Plan = {
  readonly query?: { readonly sql: string; readonly params: unknown[] };
  readonly fields?: readonly { readonly path: readonly string[]; readonly field: unknown }[];
};

function toExecute<Row>(db: Db, query: ReturnType<Preparable<Row>['prepare']>): Execute<Row> {
  const run = direct.get(db);
  const plan = query as Plan;
  const columns = plan.fields?.flatMap(({ path: [name = '', ...rest], field }) =>
    rest.length === 0 && is(field, Column) ? [{ name, field }] : [],
  );
  if (!run || !plan.query || !columns || columns.length !== plan.fields?.length)
    return (values) => query.execute(values);
  const { sql, params } = plan.query;
  return async (values) => {
    const rows = run(sql, fillPlaceholders(params, values));
    if (!rows) return query.execute(values);
    return rows.map((row) => {
      const result: Record<string, unknown> = {};
      for (let index = 0; index < columns.length; index += 1) {
        const { name, field } = columns[index] as (typeof columns)[number];
        const value = row[index];
        result[name] = value === null ? null : field.mapFromDriverValue(value);
      }
      return result as Row;
    });
  };
}
