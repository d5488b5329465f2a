import { type Column, getTableColumns } from 'drizzle-orm';
import type { Db } from '#db/open.ts';

/** What a reset leaves alone; any other table that there is or will be, it empties. */
const KEPT = ['signingKeys', 'usedGrants', 'rateLimits', 'settings', 'sandboxSnapshots'];

/** All rows of all tables that a reset empties, in any order; what is new at each telling of the story is left out. */
export async function stateOf(db: Db): Promise<Readonly<Record<string, readonly string[]>>> {
  const emptied = Object.entries(db.tables).filter(([name]) => !KEPT.includes(name));
  const state = emptied.map(async ([name, table]) => {
    const rows: Readonly<Record<string, unknown>>[] = await db.select().from(table);
    return [name, rows.map(toComparable).sort()] as const;
  });
  return Object.fromEntries(await Promise.all(state));
}

const RANDOM = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** Numbers that an engine gives go on counting, so that nothing that remembers one meets it again. */
const COUNTED = /("(?:versionId|number)":|"policy-feed","value":)\d+/g;
const TIME = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;

function toComparable(row: Readonly<Record<string, unknown>>): string {
  const { id, traceId, secretSealed, personSealed, ...rest } = row;
  const known = typeof id === 'string' ? { id, ...rest } : rest;
  return JSON.stringify(known).replace(RANDOM, 'uuid').replace(TIME, 'time').replace(COUNTED, '$1');
}

/** Puts a row of anything into every table, or those that are named. */
export async function litter(db: Db, names: readonly string[] = Object.keys(db.tables)): Promise<void> {
  for (const [name, table] of Object.entries(db.tables)) {
    if (!names.includes(name)) continue;
    const columns = Object.entries<Column>(getTableColumns(table));
    const own = columns.filter(([, column]) => column.notNull && !isGiven(column));
    const row = Object.fromEntries(own.map(([name, column]) => [name, anything(column)]));
    await db.insert(table).values(row as never);
  }
}

function isGiven(column: Column): boolean {
  return (
    column.hasDefault ||
    column.generatedIdentity !== undefined ||
    ('autoIncrement' in column && column.autoIncrement === true)
  );
}

function anything(column: Column): unknown {
  switch (column.dataType) {
    case 'string':
      return column.enumValues?.[0] ?? crypto.randomUUID();
    case 'number':
      return 900_000;
    case 'boolean':
      return false;
    case 'date':
      return new Date();
    default:
      return {};
  }
}
