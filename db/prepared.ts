import { Column, is, Param, Placeholder, SQL } from 'drizzle-orm';
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
  readonly fields?: readonly Field[];
};

function toExecute<Row>(db: Db, query: ReturnType<Preparable<Row>['prepare']>): Execute<Row> {
  const run = direct.get(db);
  const plan = query as Plan;
  const columns = plan.fields?.flatMap(toColumn);
  if (!run || !plan.query || !columns || columns.length !== plan.fields?.length)
    return (values) => query.execute(values);
  const { sql, params } = plan.query;
  const slots = params.map(toSlot);
  return async (values) => {
    const rows = run(
      sql,
      slots.map((slot) => slot(values)),
    );
    if (!rows) return query.execute(values);
    return rows.map((row) => {
      const result: Record<string, unknown> = {};
      for (let index = 0; index < columns.length; index += 1) {
        const { name, read } = columns[index] as (typeof columns)[number];
        const value = row[index];
        result[name] = value === null || !read ? value : read(value);
      }
      return result as Row;
    });
  };
}

type Field = { readonly path: readonly string[]; readonly field: unknown };
type ResultColumn = { readonly name: string; readonly read: ((value: unknown) => unknown) | undefined };

/** An expression is given as the driver gives it. @returns nothing for what only drizzle itself can read */
function toColumn({ path: [name = '', ...rest], field }: Field): ResultColumn[] {
  if (rest.length > 0) return [];
  if (is(field, SQL.Aliased)) return [{ name, read: undefined }];
  if (!is(field, Column)) return [];
  const isAsItIs = field.mapFromDriverValue === Column.prototype.mapFromDriverValue;
  return [{ name, read: isAsItIs ? undefined : (value) => field.mapFromDriverValue(value) }];
}

/** How one parameter gets its value. */
function toSlot(param: unknown): (values: Record<string, unknown>) => unknown {
  if (is(param, Placeholder)) return (values) => givenValue(values, param.name);
  if (!is(param, Param) || !is(param.value, Placeholder)) return () => param;
  const { encoder, value: placeholder } = param;
  return (values) => encoder.mapToDriverValue(givenValue(values, placeholder.name));
}

function givenValue(values: Record<string, unknown>, name: string): unknown {
  if (!(name in values)) throw new Error(`no value for ${name}`);
  return values[name];
}
