import { ConfirmDialog } from '#app/_ui/confirm-dialog.tsx';
import type { OwnSystemUserView } from '#lib/requests/overview/read-own-system-user.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { SuspendForm } from './suspend-form.tsx';

/** Asks once, with the effect in words, before the system cannot act for a while. */
export async function Suspend({ view }: { readonly view: OwnSystemUserView }) {
  const t = await translator('systemUsers');
  const common = await translator('common');
  return (
    <ConfirmDialog
      trigger={t('suspend')}
      fallbackHref={`/system-users/${view.user.id}/suspend`}
      color="accent"
      title={t('suspension.title', { system: view.system.name[await pageLanguage()] })}
      close={common('actions.close')}
    >
      <SuspendForm view={view} />
    </ConfirmDialog>
  );
}
