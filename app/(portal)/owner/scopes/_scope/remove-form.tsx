import { SubmitButton } from '#app/_ui/submit-button.tsx';
import type { NamedAccess } from '#lib/maskinporten/scopes/schema.ts';
import { translator } from '#lib/session/translator.ts';
import { ActingFor } from '../../../_parts/acting-for.tsx';
import { remove } from '../actions.ts';

/** Takes an organisation's access away, and says what that means. */
export async function RemoveForm({ access, orgUuid }: { readonly access: NamedAccess; readonly orgUuid: string }) {
  const t = await translator('owner');
  const asked = access.state === 'REQUESTED';
  return (
    <form action={remove} className="flex flex-col items-start gap-4">
      <ActingFor orgUuid={orgUuid} />
      <input type="hidden" name="scope" value={access.scope} />
      <input type="hidden" name="orgNo" value={access.consumerOrgNo} />
      <p>{asked ? t('scopes.rejectText') : t('scopes.removeText')}</p>
      <SubmitButton color="danger">{asked ? t('scopes.rejectConfirm') : t('scopes.removeConfirm')}</SubmitButton>
    </form>
  );
}
