import { SubmitButton } from '#app/_ui/submit-button.tsx';
import type { AccessList } from '#lib/resources/access-lists/model.ts';
import { translator } from '#lib/session/translator.ts';
import { ActingFor } from '../../../_parts/acting-for.tsx';
import { remove } from '../actions.ts';

/** Says what is lost with a list, and deletes it. */
export async function DeleteForm({ list, orgUuid }: { readonly list: AccessList; readonly orgUuid: string }) {
  const t = await translator('owner');
  return (
    <form action={remove} className="flex flex-col items-start gap-4">
      <ActingFor orgUuid={orgUuid} />
      <input type="hidden" name="identifier" value={list.identifier} />
      <p>{t('lists.deleteText')}</p>
      <SubmitButton color="danger">{t('lists.delete')}</SubmitButton>
    </form>
  );
}
