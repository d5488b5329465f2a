import { eq } from 'drizzle-orm';
import type { Db, Transaction } from '#db/open.ts';
import { type ClockSetting, setClock } from './clock.ts';

/** What steering has made of a sandbox: its time, and the change that last began it anew. */
export type World = ClockSetting & {
  /** Grows with every change. */
  readonly version: number;
  /** The version at which all data was last replaced. */
  readonly era: number;
};

type Entered = { readonly db: Db; readonly world: World };
const KEY = Symbol.for('systembruker.world');
type Holder = { [KEY]?: Entered | undefined };

const SETTING = 'sandbox.world';
const UNTOUCHED: World = { version: 0, era: 0, offsetMs: 0 };

/** Reads how the sandbox of a database stands. */
export async function readWorld(db: Db): Promise<World> {
  const { settings } = db.tables;
  return toWorld(await db.select().from(settings).where(eq(settings.name, SETTING)));
}

async function readLocked(tx: Transaction): Promise<World> {
  const { settings } = tx.tables;
  return toWorld(await tx.locked(tx.select().from(settings).where(eq(settings.name, SETTING))));
}

function toWorld([row]: readonly { readonly value: string }[]): World {
  return row ? (JSON.parse(row.value) as World) : UNTOUCHED;
}

/**
 * Changes how the sandbox stands; of several changes at once each sees the one before. Processes see it when they have
 * entered it.
 */
export async function changeWorld(
  tx: Transaction,
  change: (world: World) => ClockSetting & { readonly isNewEra?: true },
): Promise<World> {
  const { settings } = tx.tables;
  await tx
    .insert(settings)
    .values({ name: SETTING, value: JSON.stringify(UNTOUCHED) })
    .onConflictDoNothing();
  const before = await readLocked(tx);
  const { isNewEra, ...clock } = change(before);
  const version = before.version + 1;
  const world = { ...clock, version, era: isNewEra ? version : before.era };
  await tx
    .update(settings)
    .set({ value: JSON.stringify(world) })
    .where(eq(settings.name, SETTING));
  return world;
}

/** Makes this process live in the world: its clock is set, and what it remembers of an earlier era is forgotten. */
export function enterWorld(db: Db, world: World): void {
  const holder = globalThis as Holder;
  const entered = holder[KEY];
  if (entered?.db === db && entered.world.version >= world.version) return;
  holder[KEY] = { db, world };
  setClock({ offsetMs: world.offsetMs, frozenAt: world.frozenAt });
}

/** Enters the world as the database has it, which another process may have changed. */
export async function followWorld(db: Db): Promise<void> {
  enterWorld(db, await readWorld(db));
}

/**
 * Makes a memory of one process that begins anew with each era, for what was derived from data that a reset replaces.
 * @returns a function that gives the memory of a key
 */
export function rememberPerEra<Key extends object, Memory>(begin: () => Memory): (key: Key) => Memory {
  const memories = new WeakMap<Key, { readonly era: number; readonly memory: Memory }>();
  return (key) => {
    const era = (globalThis as Holder)[KEY]?.world.era ?? 0;
    const known = memories.get(key);
    if (known?.era === era) return known.memory;
    const memory = begin();
    memories.set(key, { era, memory });
    return memory;
  };
}
