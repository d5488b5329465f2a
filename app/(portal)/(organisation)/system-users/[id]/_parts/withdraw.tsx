import { ConfirmDialog } from '#app/_ui/confirm-dialog.tsx';
import type { OwnSystemUserView } from '#lib/requests/overview/read-own-system-user.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { WithdrawForm } from './withdraw-form.tsx';

/** Asks once, with the effect in words, before the system can no longer act. */
export async function Withdraw({ view }: { readonly view: OwnSystemUserView }) {
  const t = await translator('systemUsers');
  const common = await translator('common');
  return (
    <ConfirmDialog
      trigger={t('withdraw')}
      fallbackHref={`/system-users/${view.user.id}/withdraw`}
      title={t('withdrawal.title', { system: view.system.name[await pageLanguage()] })}
      close={common('actions.close')}
    >
      <WithdrawForm view={view} />
    </ConfirmDialog>
  );
}
