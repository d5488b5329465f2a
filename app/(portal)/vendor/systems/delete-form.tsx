import { SubmitButton } from '#app/_ui/submit-button.tsx';
import type { RegisteredSystem } from '#lib/register/model.ts';
import { translator } from '#lib/session/translator.ts';
import { ActingFor } from '../../_parts/acting-for.tsx';
import { remove } from './actions.ts';

/** Deletes a system, with what it does to customers; in the dialog and on its page. */
export async function DeleteForm({
  system,
  orgUuid,
  customers,
}: {
  readonly system: RegisteredSystem;
  readonly orgUuid: string;
  readonly customers: number;
}) {
  const t = await translator('vendor');
  return (
    <form action={remove} className="flex flex-col items-start gap-4">
      <ActingFor orgUuid={orgUuid} />
      <input type="hidden" name="systemId" value={system.systemId} />
      <p>{t('systems.deleteText')}</p>
      <p className="font-medium">{t('systems.deleteEffect', { count: customers })}</p>
      <SubmitButton color="danger">{t('systems.deleteConfirm')}</SubmitButton>
    </form>
  );
}
