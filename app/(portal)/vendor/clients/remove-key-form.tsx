import { SubmitButton } from '#app/_ui/submit-button.tsx';
import { translator } from '#lib/session/translator.ts';
import { ActingFor } from '../../_parts/acting-for.tsx';
import { removeKey } from './actions.ts';

/** Removes one key of a client; in the dialog and on its page. */
export async function RemoveKeyForm({
  clientId,
  kid,
  orgUuid,
}: {
  readonly clientId: string;
  readonly kid: string;
  readonly orgUuid: string;
}) {
  const t = await translator('vendor');
  return (
    <form action={removeKey} className="flex flex-col items-start gap-4">
      <ActingFor orgUuid={orgUuid} />
      <input type="hidden" name="clientId" value={clientId} />
      <input type="hidden" name="kid" value={kid} />
      <p>{t('clients.removeText')}</p>
      <SubmitButton color="danger">{t('clients.removeConfirm')}</SubmitButton>
    </form>
  );
}
