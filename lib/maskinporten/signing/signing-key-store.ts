import { asc, eq, isNull, lt } from 'drizzle-orm';
import type { Db, Transaction } from '#db/open.ts';

const LOCK = 'signing-keys';

/** One of the issuer's keys as it lies in the database; the private half is sealed. */
export type SigningKeyRow = Db['tables']['signingKeys']['$inferSelect'];

/** Every key there is, in the order they come into use. */
export function listSigningKeys(db: Db): Promise<SigningKeyRow[]> {
  const { signingKeys } = db.tables;
  return db.select().from(signingKeys).orderBy(asc(signingKeys.activatesAt), asc(signingKeys.kid));
}

/** Makes processes that change the keys take turns until the transaction ends. */
export async function lockSigningKeys(tx: Transaction): Promise<void> {
  const { settings } = tx.tables;
  await tx.insert(settings).values({ name: LOCK, value: '' }).onConflictDoNothing();
  await tx.locked(tx.select().from(settings).where(eq(settings.name, LOCK)));
}

/** Adds a key. */
export async function insertSigningKey(tx: Transaction, row: SigningKeyRow): Promise<void> {
  await tx.insert(tx.tables.signingKeys).values(row);
}

/** Notes when the keys in use so far hand over to their successor. */
export async function retireSigningKeys(tx: Transaction, at: Date): Promise<void> {
  const { signingKeys } = tx.tables;
  await tx.update(signingKeys).set({ retiredAt: at }).where(isNull(signingKeys.retiredAt));
}

/** Lets a key that waits for its turn begin earlier, and its predecessor end then. */
export async function advanceSigningKey(tx: Transaction, kid: string, from: Date, to: Date): Promise<void> {
  const { signingKeys } = tx.tables;
  await tx.update(signingKeys).set({ retiredAt: to }).where(eq(signingKeys.retiredAt, from));
  await tx.update(signingKeys).set({ activatesAt: to }).where(eq(signingKeys.kid, kid));
}

/** Forgets the private halves of keys that retired before the instant. */
export async function erasePrivateHalves(tx: Transaction, retiredBefore: Date): Promise<void> {
  const { signingKeys } = tx.tables;
  await tx.update(signingKeys).set({ privateSealed: '' }).where(lt(signingKeys.retiredAt, retiredBefore));
}
