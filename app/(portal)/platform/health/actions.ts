'use server';

import { rotateSigningKey } from '#lib/maskinporten/rotate-signing-key.ts';
import { actionContext } from '#lib/session/action-context.ts';
import { attemptAndGo } from '../../_parts/attempt.ts';

/** Brings in a new signing key. */
export async function rotate(form: FormData): Promise<void> {
  const context = await actionContext(form);
  const isEmergency = form.has('emergency');
  await attemptAndGo(() => rotateSigningKey(context, { isEmergency }), {
    done: `/platform/health?done=${isEmergency ? 'emergency' : 'rotated'}`,
    refused: '/platform/health',
  });
}
