import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import type { PublicJwk } from '../client-keys/model.ts';
import { refusal } from '../problems.ts';
import { isStillVouchedFor } from './client-certificate.ts';
import type { ClientWithKey } from './client-store.ts';
import type { TrustPath } from './trust-store.ts';

/**
 * Importing a key costs more than verifying with it, and finding who vouches for its certificate more than both, so
 * these are kept; for this many keys at most.
 */
const CACHE_SIZE = 10_000;

type Cached = { readonly version: number; readonly key: KeyObject; path?: TrustPath | undefined };
const cache = new Map<string, Cached>();

/**
 * Gives the public key that a grant names, as registered on this very client. A certificate beside it must still stand.
 * @throws OAuthError unknown-kid, MP-121, MP-120.
 */
export function registeredKey(client: ClientWithKey, now: Date): KeyObject {
  const { key } = client;
  if (!key) throw refusal('unknown-kid');
  if (key.expiresAt <= now) throw refusal('MP-121');
  const known = imported(client.clientId, key, client.version);
  const { x5c } = key.jwk as Pick<PublicJwk, 'x5c'>;
  if (x5c !== undefined && !isStillVouchedFor(x5c, now, known)) throw refusal('MP-120');
  return known.key;
}

/** The client's version grows with every change of its keys, so a replaced key is never served from here. */
function imported(clientId: string, key: NonNullable<ClientWithKey['key']>, version: number): Cached {
  const name = `${clientId}\n${key.kid}\n${key.thumbprint}`;
  const known = cache.get(name);
  if (known?.version === version) return known;
  const { kty, n, e } = key.jwk as JsonWebKey;
  const fresh = { version, key: createPublicKey({ key: { kty, n, e } as JsonWebKey, format: 'jwk' }) };
  const oldest = cache.size >= CACHE_SIZE ? cache.keys().next().value : undefined;
  if (oldest !== undefined) cache.delete(oldest);
  cache.set(name, fresh);
  return fresh;
}
