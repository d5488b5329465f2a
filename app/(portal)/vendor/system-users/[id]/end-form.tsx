import { SubmitButton } from '#app/_ui/submit-button.tsx';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import type { Customer } from '#lib/systemusers/customers/model.ts';
import { ActingFor } from '../../../_parts/acting-for.tsx';
import { end } from './actions.ts';

/** Ends a customer's system user, with what that does; in the dialog and on its page. */
export async function EndForm({
  customer: { user, system, name, clients },
  orgUuid,
}: {
  readonly customer: Customer;
  readonly orgUuid: string;
}) {
  const t = await translator('vendor');
  return (
    <form action={end} className="flex flex-col items-start gap-4">
      <ActingFor orgUuid={orgUuid} />
      <input type="hidden" name="systemUserId" value={user.id} />
      <p>{t('customers.endText', { system: system.name[await pageLanguage()], name })}</p>
      {clients > 0 && <p>{t('customers.endClients', { count: clients })}</p>}
      <SubmitButton color="danger">{t('customers.endConfirm')}</SubmitButton>
    </form>
  );
}
