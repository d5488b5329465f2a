import { SubmitButton } from '#app/_ui/submit-button.tsx';
import type { Client } from '#lib/maskinporten/clients/model.ts';
import { translator } from '#lib/session/translator.ts';
import { ActingFor } from '../../_parts/acting-for.tsx';
import { deactivate } from './actions.ts';

/** Takes a client out of use; in the dialog and on its page. */
export async function DeactivateForm({ client, orgUuid }: { readonly client: Client; readonly orgUuid: string }) {
  const t = await translator('vendor');
  return (
    <form action={deactivate} className="flex flex-col items-start gap-4">
      <ActingFor orgUuid={orgUuid} />
      <input type="hidden" name="clientId" value={client.clientId} />
      <p>{t('clients.deactivateText')}</p>
      <SubmitButton color="danger">{t('clients.deactivate')}</SubmitButton>
    </form>
  );
}
