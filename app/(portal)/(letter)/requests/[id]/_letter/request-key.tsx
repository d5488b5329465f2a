import type { OpenLetter } from '#lib/requests/letter/model.ts';
import { ActingFor } from '../../../../_parts/acting-for.tsx';

/** Which request a form answers, and for which organisation its page was shown. */
export function RequestKey({ letter }: { readonly letter: OpenLetter }) {
  return (
    <>
      <ActingFor orgUuid={letter.organisation.uuid} />
      <input type="hidden" name="id" value={letter.id} />
      <input type="hidden" name="kind" value={letter.kind} />
      <input type="hidden" name="party" value={letter.organisation.uuid} />
    </>
  );
}
