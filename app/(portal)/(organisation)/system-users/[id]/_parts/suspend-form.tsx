import { SubmitButton } from '#app/_ui/submit-button.tsx';
import type { OwnSystemUserView } from '#lib/requests/overview/read-own-system-user.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ActingFor } from '../../../../_parts/acting-for.tsx';
import { suspend } from '../actions.ts';

/** Suspends the system user; what stops and what stays is said above the button, whose name repeats the system's. */
export async function SuspendForm({ view }: { readonly view: OwnSystemUserView }) {
  const t = await translator('systemUsers');
  const { user, organisation, vendor } = view;
  const names = {
    system: view.system.name[await pageLanguage()],
    organisation: organisation.name,
    vendor: vendor.name,
  };
  return (
    <form action={suspend} className="flex flex-col items-start gap-4">
      <ActingFor orgUuid={organisation.uuid} />
      <input type="hidden" name="id" value={user.id} />
      <p>{user.userType === 'agent' ? t('suspension.textAgent', names) : t('suspension.text', names)}</p>
      <p>{t('suspension.kept', names)}</p>
      <SubmitButton>{t('suspension.confirm', names)}</SubmitButton>
    </form>
  );
}
