import { SubmitButton } from '#app/_ui/submit-button.tsx';
import { translator } from '#lib/session/translator.ts';
import { deleteNamed, restoreNamed } from './actions.ts';

/** What a restore takes away, and the button that does it. */
export async function RestoreForm({ name }: { readonly name: string }) {
  const t = await translator('sandbox');
  return (
    <form action={restoreNamed} className="flex flex-col items-start gap-4">
      <p className="max-w-[42rem]">{t('snapshots.restoreText')}</p>
      <SubmitButton color="danger" name="name" value={name}>
        {t('snapshots.restoreConfirm')}
      </SubmitButton>
    </form>
  );
}

/** What deleting a snapshot means, and the button that does it. */
export async function DeleteForm({ name }: { readonly name: string }) {
  const t = await translator('sandbox');
  return (
    <form action={deleteNamed} className="flex flex-col items-start gap-4">
      <p className="max-w-[42rem]">{t('snapshots.deleteText')}</p>
      <SubmitButton color="danger" variant="secondary" name="name" value={name}>
        {t('snapshots.deleteConfirm')}
      </SubmitButton>
    </form>
  );
}
