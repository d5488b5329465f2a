import { sign } from 'node:crypto';
import { promisify } from 'node:util';
import type { Db } from '#db/open.ts';
import { inSpan } from '../kernel/trace.ts';
import { rotateWhenDue } from './signing/bring-in-key.ts';
import { activeKey, isPublished, privateKeyOf, type RingKey, readKeyRing } from './signing/key-ring.ts';

/** The callback form runs in libuv's thread pool, so that a signature never holds the event loop. */
const signInPool = promisify(sign);

/**
 * Signs claims as a compact JWS with the issuer's active key, RS256. The header has `kid` and `alg`, and `typ` only
 * when asked for: access tokens have none.
 * @param options `now` the instant of the request; `typ` set for anything that is not an access token, so that
 * `verifyOwnToken` refuses it as one.
 */
export async function signJwt(
  db: Db,
  payload: Readonly<Record<string, unknown>>,
  options: { readonly now: Date; readonly typ?: string },
): Promise<string> {
  const keys = await readKeyRing(db, options.now);
  // In the background: the next key is not needed for a day yet, and a failure is made good by the next attempt.
  rotateWhenDue(db, keys, options.now).catch(() => {});
  const key = activeKey(keys, options.now);
  if (!key) throw new Error('There is no signing key.');
  const header = options.typ === undefined ? key.header : encode({ kid: key.kid, alg: 'RS256', typ: options.typ });
  const signingInput = `${header}.${encode(payload)}`;
  const signature = await inSpan('sign', () => signInPool('sha256', Buffer.from(signingInput), privateKeyOf(key)));
  return `${signingInput}.${signature.toString('base64url')}`;
}

/** The public keys that `/jwk` shows: those in use, the next one, and those whose tokens may still be about. */
export async function publishedKeys(db: Db, now: Date): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const keys = await readKeyRing(db, now);
  return keys.filter((key) => isPublished(key, now)).map((key) => key.publicJwk);
}

/** The published key of that name, or `undefined`. */
export async function findPublishedKey(db: Db, kid: string, now: Date): Promise<RingKey | undefined> {
  const keys = await readKeyRing(db, now);
  return keys.find((key) => key.kid === kid && isPublished(key, now));
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
