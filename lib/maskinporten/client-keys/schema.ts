import { z } from 'zod';
import type { Client } from '../clients/model.ts';
import { ASSERTION_ALGORITHMS } from '../model.ts';
import type { ClientKey } from './model.ts';

/** More entries than anybody sends by mistake; the verb's own limit is five, with a sentence of its own. */
const ENTRIES_MAX = 1000;

const jwk = z.record(z.string(), z.unknown());

/** One key as it was received; which members it has is the verb's to judge. */
export const jwkBody = jwk;
/** A whole key set; members beside `keys` are ignored. */
export const keySetBody = z.object({ keys: z.array(jwk).max(ENTRIES_MAX) });

/** A registered key on the wire. Without an algorithm it has RS256, since clients post back what they read. */
export function toKeyDto(key: ClientKey) {
  return {
    ...key.jwk,
    alg: key.jwk.alg ?? 'RS256',
    exp: Math.floor(key.expiresAt.getTime() / 1000),
    created: key.createdAt.toISOString(),
    last_updated: key.updatedAt.toISOString(),
  };
}

/** A client's key set on the wire; `[]` when it has none. */
export function toKeySetDto(client: Client, keys: readonly ClientKey[]) {
  return {
    keys: keys.map(toKeyDto),
    created: client.createdAt.toISOString(),
    last_updated: (client.keysUpdatedAt ?? client.createdAt).toISOString(),
  };
}

/** What `toKeyDto` gives: the members of the key, and when it ends. */
export const keyDto = z
  .looseObject({
    kid: z.string(),
    kty: z.string(),
    alg: z.enum(ASSERTION_ALGORITHMS),
    exp: z.int(),
    created: z.iso.datetime(),
    last_updated: z.iso.datetime(),
  })
  .meta({ id: 'Jwk' });

/** What `toKeySetDto` gives. */
export const keySetDto = z
  .strictObject({
    keys: z.array(keyDto),
    created: z.iso.datetime(),
    last_updated: z.iso.datetime(),
  })
  .meta({ id: 'KeySet' });
