import type { Db, Transaction } from '#db/open.ts';
import { DAY_MS, HOUR_MS } from '../../kernel/durations.ts';
import { forgetKeyRing, PUBLISHED_AFTER_MS, type RingKey } from './key-ring.ts';
import { newSigningKey } from './new-signing-key.ts';
import {
  advanceSigningKey,
  erasePrivateHalves,
  insertSigningKey,
  listSigningKeys,
  lockSigningKeys,
  retireSigningKeys,
} from './signing-key-store.ts';

/** How long a key signs before its successor is made. */
const SIGNING_DAYS = 90;
const ATTEMPT_INTERVAL_MS = 60_000;
/** A new key is shown so long before its first token: API providers are told to keep keys for a day. */
export const PUBLISHED_BEFORE_MS = 25 * HOUR_MS;

/** A key that has been made, or was waiting already, and when it begins to sign. */
export type Rotation = { readonly kid: string; readonly activatesAt: Date };

const attempts = new WeakMap<Db, number>();

/** Starts bringing in the next key when the newest has signed long enough; at most one attempt a minute. */
export async function rotateWhenDue(db: Db, keys: readonly RingKey[], now: Date): Promise<Rotation | undefined> {
  const newest = keys.at(-1)?.row.activatesAt;
  if (!newest || now.getTime() <= newest.getTime() + SIGNING_DAYS * DAY_MS) return undefined;
  const last = attempts.get(db);
  if (last !== undefined && performance.now() - last < ATTEMPT_INTERVAL_MS) return undefined;
  attempts.set(db, performance.now());
  return bringInKey(db, { now, activatesAt: new Date(now.getTime() + PUBLISHED_BEFORE_MS) });
}

/**
 * Makes the next signing key and retires the present one from that instant. A key that waits already is not doubled,
 * but brought forward when that is asked for.
 * @param record writes what happened into the same transaction.
 */
export async function bringInKey(
  db: Db,
  times: { readonly now: Date; readonly activatesAt: Date },
  record: (tx: Transaction, kid: string) => Promise<void> = async () => {},
): Promise<Rotation> {
  const { now, activatesAt } = times;
  // Made before the transaction, since it takes long, and thrown away when a key waits already.
  const fresh = await newSigningKey({ createdAt: now, activatesAt });
  const rotation = await db.transaction(async (tx) => {
    await lockSigningKeys(tx);
    const waiting = (await listSigningKeys(tx)).findLast((key) => key.activatesAt > now);
    if (waiting && waiting.activatesAt <= activatesAt) return { kid: waiting.kid, activatesAt: waiting.activatesAt };
    if (waiting) {
      await advanceSigningKey(tx, waiting.kid, waiting.activatesAt, activatesAt);
    } else {
      await retireSigningKeys(tx, activatesAt);
      await insertSigningKey(tx, fresh);
      await erasePrivateHalves(tx, new Date(now.getTime() - PUBLISHED_AFTER_MS));
    }
    const { kid } = waiting ?? fresh;
    await record(tx, kid);
    return { kid, activatesAt };
  });
  forgetKeyRing(db);
  return rotation;
}
