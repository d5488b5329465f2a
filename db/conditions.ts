import { type Column, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Db } from './open.ts';

/** Whether a row comes after a place in the order of two columns; an index over both finds the place at once. */
export function isAfter(
  [first, second]: readonly [SQLWrapper, SQLWrapper],
  [value, id]: readonly [SQLWrapper | number, string],
  isDescending = false,
): SQL {
  const row = sql`(${first}, ${second})`;
  const place = sql`(${value}, ${id})`;
  return isDescending ? sql`${row} < ${place}` : sql`${row} > ${place}`;
}

/** Whether a column holds the text, as it is written or in another case; SQLite folds the case of ASCII alone. */
export function contains(column: Column, text: string): SQL | undefined {
  const pattern = (of: string) => `%${of.replaceAll(/[%_\\]/g, '\\$&')}%`;
  return or(
    sql`${column} like ${pattern(text)} escape '\\'`,
    sql`lower(${column}) like ${pattern(text.toLowerCase())} escape '\\'`,
  );
}

/** The texts of a list as a subquery, for `inArray`; one parameter, where engines end at some ten thousand. */
export function amongTexts(db: Pick<Db, 'elements'>, list: readonly string[]): SQL {
  return sql`(select listed.value ->> 0 from ${db.elements(JSON.stringify(list.map((text) => [text])))} listed)`;
}

/** Whether a JSON column holds a text as one whole value, at whatever depth. */
export function holds(column: Column, text: SQLWrapper | string): SQL {
  const json = sql`cast(${column} as text)`;
  return sql`replace(${json}, '"' || cast(${text} as text) || '"', '') <> ${json}`;
}
