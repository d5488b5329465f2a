import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import type { Db, Transaction } from './open.ts';

/** Linux makes a new one each time it starts. */
const BOOT_ID_FILE = '/proc/sys/kernel/random/boot_id';
const SETTING = 'machine.boot-id';

/**
 * Runs the work in one transaction with the note that it has been run for this start of the machine. Where the system
 * does not name its starts, every start of a process counts.
 * @param bootId names this start of the machine
 */
export async function onceAfterRestart(
  db: Db,
  work: (tx: Transaction) => Promise<void>,
  bootId: string = readBootId(),
): Promise<void> {
  const { settings } = db.tables;
  await db.transaction(async (tx) => {
    const [known] = await tx.select().from(settings).where(eq(settings.name, SETTING));
    if (known?.value === bootId) return;
    if (known) await work(tx);
    await tx
      .insert(settings)
      .values({ name: SETTING, value: bootId })
      .onConflictDoUpdate({ target: settings.name, set: { value: bootId } });
  });
}

function readBootId(): string {
  return existsSync(BOOT_ID_FILE) ? readFileSync(BOOT_ID_FILE, 'utf8').trim() : randomUUID();
}
