import { ConfirmDialog } from '#app/_ui/confirm-dialog.tsx';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import type { Scope } from '#lib/maskinporten/scopes/model.ts';
import { translator } from '#lib/session/translator.ts';
import { ActingFor } from '../../../_parts/acting-for.tsx';
import { deactivate, reactivate } from '../actions.ts';
import { scopeHref } from './scope-href.ts';

type Props = { readonly scope: Scope; readonly orgUuid: string };

/** Takes a scope out of use after a question, or into use again at once. */
export async function UseSwitch({ scope, orgUuid }: Props) {
  const t = await translator('owner');
  if (!scope.active) {
    return (
      <form action={reactivate}>
        <ActingFor orgUuid={orgUuid} />
        <input type="hidden" name="scope" value={scope.name} />
        <SubmitButton variant="secondary">{t('scopes.reactivate')}</SubmitButton>
      </form>
    );
  }
  return (
    <div>
      <ConfirmDialog
        trigger={t('scopes.deactivate')}
        fallbackHref={`${scopeHref(scope.name)}/deactivate`}
        title={t('scopes.deactivateTitle', { scope: scope.name })}
        close={t('close')}
      >
        <DeactivateForm scope={scope} orgUuid={orgUuid} />
      </ConfirmDialog>
    </div>
  );
}

/** Says what stops, and stops it. */
export async function DeactivateForm({ scope, orgUuid }: Props) {
  const t = await translator('owner');
  return (
    <form action={deactivate} className="flex flex-col items-start gap-4">
      <ActingFor orgUuid={orgUuid} />
      <input type="hidden" name="scope" value={scope.name} />
      <p>{t('scopes.deactivateText')}</p>
      <SubmitButton color="danger">{t('scopes.deactivateConfirm')}</SubmitButton>
    </form>
  );
}
