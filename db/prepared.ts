import type { Db } from './open.ts';

type Preparable<Row> = {
  prepare(name: string): { execute(values: Record<string, unknown>): Promise<Row[]> };
};

/**
 * Makes a query whose SQL is built once per handle and then only run, for reads that every request needs: building costs
 * more than running. Values stand in it as `sql.placeholder('<name>')`.
 * @param name unique; PostgreSQL keeps the plan under it.
 */
export function prepared<Row>(
  name: string,
  build: (db: Db) => Preparable<Row>,
): (db: Db, values: Record<string, unknown>) => Promise<Row[]> {
  const known = new WeakMap<Db, ReturnType<Preparable<Row>['prepare']>>();
  return (db, values) => {
    let query = known.get(db);
    if (!query) {
      query = build(db).prepare(name);
      known.set(db, query);
    }
    return query.execute(values);
  };
}
