import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { type Column, eq, getTableColumns } from 'drizzle-orm';
import { migrationsFolder } from './migrations-folder.ts';
import type { Db, Transaction } from './open.ts';
import type { Tables } from './tables/index.ts';

type TableName = keyof Tables;
type Row = Readonly<Record<string, unknown>>;

/**
 * What nothing that begins a sandbox anew touches: the keys in others' caches, what guards against replays and floods, facts
 * about the database, and the snapshots themselves.
 */
const KEPT: ReadonlySet<string> = new Set(['signingKeys', 'usedGrants', 'rateLimits', 'settings', 'sandboxSnapshots']);
/** Who is logged in belongs to no contents: whoever replaces them logs everybody out. */
const NOT_HELD: ReadonlySet<string> = new Set(['sessions']);
/** The engines bind at most 32,766 and 65,535 values. */
const VALUES_PER_INSERT = 16_000;
const SEED = 'seed';

/** What a sandbox holds, apart from what outlives its contents: rows by table, and the version of the story in them. */
export type Contents = {
  readonly story: string | undefined;
  readonly rows: Readonly<Partial<Record<TableName, readonly Row[]>>>;
};

/** The names of the tables that are emptied when a sandbox begins anew; those of tomorrow too. */
export function replacedTables(db: Db): readonly TableName[] {
  return (Object.keys(db.tables) as TableName[]).filter((name) => !KEPT.has(name));
}

/** Names the tables that the contents of this version belong in: its newest migration, the same for both engines. */
export function schemaVersion(): string {
  const journal: { readonly entries: readonly { readonly tag: string }[] } = JSON.parse(
    readFileSync(join(migrationsFolder('sqlite'), 'meta', '_journal.json'), 'utf8'),
  );
  return journal.entries.at(-1)?.tag ?? '';
}

/** Reads the version of the story that the sandbox was told; `undefined` before it has been. */
export async function readStory(db: Db): Promise<string | undefined> {
  const { settings } = db.tables;
  const [seed] = await db.select().from(settings).where(eq(settings.name, SEED));
  return seed?.value;
}

/** Notes which version of the story the sandbox was told. */
export async function noteStory(tx: Transaction, story: string | undefined): Promise<void> {
  const { settings } = tx.tables;
  await tx.delete(settings).where(eq(settings.name, SEED));
  if (story !== undefined) await tx.insert(settings).values({ name: SEED, value: story });
}

/**
 * Reads all that a sandbox holds at one instant, and keeps writers out until the transaction ends.
 * @returns `undefined` when that is more than so many rows
 */
export async function readContents(tx: Transaction, rowsMax: number): Promise<Contents | undefined> {
  await tx.holdTables(replacedTables(tx).map((name) => tx.tables[name]));
  let total = 0;
  for (const name of heldTables(tx)) total += await tx.$count(tx.tables[name]);
  if (total > rowsMax) return undefined;
  const rows: [TableName, readonly Row[]][] = [];
  for (const name of heldTables(tx)) rows.push([name, await tx.select().from(tx.tables[name])]);
  return { story: await readStory(tx), rows: Object.fromEntries(rows) };
}

/** How many rows there are in all. */
export function countRows({ rows }: Contents): number {
  return Object.values(rows).reduce((total, held) => total + held.length, 0);
}

/** Puts contents into tables that are empty, with the numbers that the engine once gave; lets others read in between. */
export async function writeContents(tx: Transaction, { story, rows }: Contents): Promise<void> {
  for (const name of heldTables(tx)) {
    const table = tx.tables[name];
    const held = rows[name] ?? [];
    const size = Math.floor(VALUES_PER_INSERT / Object.keys(getTableColumns(table)).length);
    for (let start = 0; start < held.length; start += size) {
      await tx.insertNumbered(table).values(held.slice(start, start + size) as never);
      await nextTurn();
    }
  }
  await noteStory(tx, story);
}

/** Contents as a text to keep: JSON, compressed, in base64. */
export async function packContents({ story, rows }: Contents): Promise<string> {
  const packed = Object.entries(rows).map(([name, held]) => {
    const columns = Object.keys(held[0] ?? {});
    return [name, columns, held.map((row) => columns.map((column) => row[column]))] as const;
  });
  return (await promisify(gzip)(JSON.stringify({ story, tables: packed }), { level: 1 })).toString('base64');
}

/** The contents that a text of `packContents` keeps. */
export async function unpackContents(db: Db, text: string): Promise<Contents> {
  const json = (await promisify(gunzip)(Buffer.from(text, 'base64'))).toString('utf8');
  const { story, tables } = JSON.parse(json) as Packed;
  return { story, rows: Object.fromEntries(tables.map(([name, ...held]) => [name, toRows(db.tables[name], held)])) };
}

type Packed = {
  readonly story?: string;
  readonly tables: readonly (readonly [TableName, ...PackedRows])[];
};
type PackedRows = readonly [columns: readonly string[], rows: readonly (readonly unknown[])[]];

function toRows(table: Tables[TableName], [names, rows]: PackedRows): readonly Row[] {
  const columns: Readonly<Record<string, Column>> = getTableColumns(table);
  const isTime = names.map((name) => columns[name]?.dataType === 'date');
  const revive = (value: unknown, index: number) => (isTime[index] && value !== null ? new Date(String(value)) : value);
  return rows.map((row) => Object.fromEntries(row.map((value, index) => [names[index], revive(value, index)])));
}

function heldTables(db: Db): readonly TableName[] {
  return replacedTables(db).filter((name) => !NOT_HELD.has(name));
}
