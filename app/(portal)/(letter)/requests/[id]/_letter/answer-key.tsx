import { randomUUID } from 'node:crypto';
import type { OpenLetter } from '#lib/requests/letter/model.ts';
import { RequestKey } from './request-key.tsx';

/** Which request a form answers, and a key for this showing of it, so that one press sent twice is one answer. */
export function AnswerKey({ letter }: { readonly letter: OpenLetter }) {
  return (
    <>
      <RequestKey letter={letter} />
      <input type="hidden" name="idempotencyKey" value={randomUUID()} />
    </>
  );
}
