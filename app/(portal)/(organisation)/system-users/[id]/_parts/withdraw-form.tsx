import { SubmitButton } from '#app/_ui/submit-button.tsx';
import type { OwnSystemUserView } from '#lib/requests/overview/read-own-system-user.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ActingFor } from '../../../../_parts/acting-for.tsx';
import { withdraw } from '../actions.ts';

/** Withdraws the system user; the effect stands above the button, whose name repeats the system's. */
export async function WithdrawForm({ view }: { readonly view: OwnSystemUserView }) {
  const t = await translator('systemUsers');
  const system = view.system.name[await pageLanguage()];
  const { user, organisation, clients } = view;
  return (
    <form action={withdraw} className="flex flex-col items-start gap-4">
      <ActingFor orgUuid={organisation.uuid} />
      <input type="hidden" name="id" value={user.id} />
      <input type="hidden" name="userType" value={user.userType} />
      <p>{t('withdrawal.text', { system, organisation: organisation.name })}</p>
      {clients.length > 0 && <p>{t('withdrawal.clients', { count: clients.length })}</p>}
      <SubmitButton color="danger">{t('withdrawal.confirm', { system })}</SubmitButton>
    </form>
  );
}
