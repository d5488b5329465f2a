import type { Context } from '../context/context.ts';
import { assertOperatorPerson } from './administration/authority.ts';
import { activeKey, isPublished, readKeyRing } from './signing/key-ring.ts';

/** A signing key as the operator sees it. */
export type SigningKeyInfo = {
  readonly kid: string;
  readonly state: 'waiting' | 'active' | 'retired' | 'gone';
  readonly createdAt: Date;
  readonly activatesAt: Date;
  readonly retiredAt: Date | undefined;
};

/**
 * Lists the issuer's signing keys, oldest first, without any key material.
 * @throws BareError 401, 403 unless a technical administrator of the operator asks.
 */
export async function readSigningKeys(context: Context): Promise<readonly SigningKeyInfo[]> {
  await assertOperatorPerson(context);
  const keys = await readKeyRing(context.db, context.now);
  const active = activeKey(keys, context.now);
  return keys.map((key) => ({
    kid: key.kid,
    state: key === active ? 'active' : stateOf(key, context.now),
    createdAt: key.row.createdAt,
    activatesAt: key.row.activatesAt,
    retiredAt: key.row.retiredAt ?? undefined,
  }));
}

function stateOf(key: Parameters<typeof isPublished>[0], now: Date): SigningKeyInfo['state'] {
  if (key.row.activatesAt > now) return 'waiting';
  return isPublished(key, now) ? 'retired' : 'gone';
}
