import { createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import type { Db } from '#db/open.ts';
import { env } from '../../config/env.ts';
import { HOUR_MS } from '../../kernel/durations.ts';
import { unseal } from '../../kernel/secrets.ts';
import { newSigningKey } from './new-signing-key.ts';
import { insertSigningKey, listSigningKeys, lockSigningKeys, type SigningKeyRow } from './signing-key-store.ts';

/** How old a process's view of the keys may be, so that a rotation elsewhere shows within a second. */
const VIEW_LIFE_MS = 500;
/** A retired key stays published so long: a day of API caches, the longest token, and a margin. */
export const PUBLISHED_AFTER_MS = 27 * HOUR_MS;

/** One of the issuer's keys, ready for use. */
export type RingKey = {
  readonly kid: string;
  readonly publicJwk: Readonly<Record<string, unknown>>;
  readonly publicKey: KeyObject;
  readonly row: SigningKeyRow;
  /** The encoded JWS header of tokens signed by this key. */
  readonly header: string;
};

type View = { readonly keys: readonly RingKey[]; readonly readAt: number };
type Ring = { view?: View; reading?: Promise<View>; readonly known: Map<string, RingKey> };

const rings = new WeakMap<Db, Ring>();
const privateKeys = new WeakMap<RingKey, KeyObject>();

/** The issuer's keys in the order they come into use, at most half a second old; the first is made when there is none. */
export async function readKeyRing(db: Db, now: Date): Promise<readonly RingKey[]> {
  let ring = rings.get(db);
  if (!ring) {
    ring = { known: new Map() };
    rings.set(db, ring);
  }
  if (ring.view && performance.now() - ring.view.readAt < VIEW_LIFE_MS) return ring.view.keys;
  ring.reading ??= read(db, ring, now);
  const { keys } = await ring.reading;
  return keys;
}

/** Drops this process's view, so that its own change shows at once. */
export function forgetKeyRing(db: Db): void {
  rings.delete(db);
}

/** The key that signs at the instant: the last whose time has come. Before any has, the first: it is published already. */
export function activeKey(keys: readonly RingKey[], now: Date): RingKey | undefined {
  return keys.findLast((key) => key.row.activatesAt <= now) ?? keys[0];
}

/** Whether APIs find the key in `/jwk` at the instant. */
export function isPublished(key: RingKey, now: Date): boolean {
  const { retiredAt } = key.row;
  return retiredAt === null || now.getTime() < retiredAt.getTime() + PUBLISHED_AFTER_MS;
}

/**
 * The private half of a key, opened once per process.
 * @throws Error when `AUTH_SECRET` is not the one that sealed it.
 */
export function privateKeyOf(key: RingKey): KeyObject {
  const known = privateKeys.get(key);
  if (known) return known;
  const opened = createPrivateKey(open(key.row));
  privateKeys.set(key, opened);
  return opened;
}

function open(row: SigningKeyRow): string {
  try {
    return unseal(env().AUTH_SECRET, 'signing-key', row.privateSealed);
  } catch (cause) {
    throw new Error('AUTH_SECRET does not open the signing key in this database: use the secret it was made with.', {
      cause,
    });
  }
}

async function read(db: Db, ring: Ring, now: Date): Promise<View> {
  try {
    let rows = await listSigningKeys(db);
    if (rows.length === 0) {
      await createFirst(db, now);
      rows = await listSigningKeys(db);
    }
    const view = { keys: rows.map((row) => toRingKey(ring, row)), readAt: performance.now() };
    ring.view = view;
    return view;
  } finally {
    delete ring.reading;
  }
}

async function createFirst(db: Db, now: Date): Promise<void> {
  const row = await newSigningKey({ createdAt: now, activatesAt: now });
  await db.transaction(async (tx) => {
    await lockSigningKeys(tx);
    const already = await listSigningKeys(tx);
    if (already.length === 0) await insertSigningKey(tx, row);
  });
}

function toRingKey(ring: Ring, row: SigningKeyRow): RingKey {
  const known = ring.known.get(row.kid);
  if (known && isSameTiming(known.row, row)) return known;
  const key: RingKey = {
    kid: row.kid,
    publicJwk: row.publicJwk,
    publicKey: known?.publicKey ?? createPublicKey({ key: row.publicJwk as JsonWebKey, format: 'jwk' }),
    row,
    header: Buffer.from(JSON.stringify({ kid: row.kid, alg: 'RS256' })).toString('base64url'),
  };
  ring.known.set(row.kid, key);
  return key;
}

function isSameTiming(a: SigningKeyRow, b: SigningKeyRow): boolean {
  return a.activatesAt.getTime() === b.activatesAt.getTime() && a.retiredAt?.getTime() === b.retiredAt?.getTime();
}
