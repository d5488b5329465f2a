import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context/context.ts';
import { assertOperatorPerson } from './administration/authority.ts';
import { bringInKey, PUBLISHED_BEFORE_MS, type Rotation } from './signing/bring-in-key.ts';

/** In an emergency the new key is only shown until every process here has seen it. */
const PUBLISHED_BEFORE_EMERGENCY_MS = 2000;

/**
 * Lets the operator bring in a new signing key: shown at once, in use a day later; the old one stays shown until a day
 * after its last token. In an emergency the new key signs within seconds, and APIs must fetch the keys anew.
 * A key that waits already is not doubled.
 * @throws BareError 401, 403 unless a technical administrator of the operator asks.
 */
export async function rotateSigningKey(
  context: Context,
  { isEmergency = false }: { readonly isEmergency?: boolean } = {},
): Promise<Rotation> {
  await assertOperatorPerson(context);
  const { db, now } = context;
  const activatesAt = new Date(now.getTime() + (isEmergency ? PUBLISHED_BEFORE_EMERGENCY_MS : PUBLISHED_BEFORE_MS));
  return bringInKey(db, { now, activatesAt }, (tx, kid) =>
    recordAudit(tx, context, {
      action: 'signing-key.rotated',
      subjectType: 'signing-key',
      subjectId: kid,
      after: { activatesAt: activatesAt.toISOString(), isEmergency },
    }),
  );
}
