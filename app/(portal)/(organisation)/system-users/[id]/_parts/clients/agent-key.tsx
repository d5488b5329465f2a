import type { OwnSystemUserView } from '#lib/requests/overview/read-own-system-user.ts';
import { ActingFor } from '../../../../../_parts/acting-for.tsx';

/** Says in a form which agent it is about, and for whom the reader acts. */
export function AgentKeyFields({ view }: { readonly view: OwnSystemUserView }) {
  return (
    <>
      <ActingFor orgUuid={view.organisation.uuid} />
      <input type="hidden" name="id" value={view.user.id} />
    </>
  );
}
