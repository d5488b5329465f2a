import type { Db } from '#db/open.ts';

/** A handle that counts the queries that are run through it, outside transactions. */
export function countQueries(db: Db): { readonly db: Db; readonly count: () => number } {
  let queries = 0;
  const { select, selectDistinct, with: withQueries, $count } = counted(db, () => (queries += 1));
  return { db: { ...db, select, selectDistinct, with: withQueries, $count }, count: () => queries };
}

/** A builder, or what it builds, that reports every run of a query. */
function counted<T extends object>(target: T, onRun: () => void): T {
  return new Proxy(target, {
    get(inner, key) {
      const member: unknown = Reflect.get(inner, key, inner);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]) => {
        if (key === 'execute' || key === 'then') onRun();
        const result: unknown = member.apply(inner, args);
        const isBuilder = typeof result === 'object' && result !== null && !(result instanceof Promise);
        return isBuilder ? counted(result, onRun) : result;
      };
    },
  });
}
