import { SubmitButton } from '#app/_ui/submit-button.tsx';
import { translator } from '#lib/session/translator.ts';
import { beginAnew } from './actions.ts';

/** What a reset takes away, and the button that does it. */
export async function ResetForm() {
  const t = await translator('sandbox');
  return (
    <form action={beginAnew} className="flex flex-col items-start gap-4">
      <p className="max-w-[42rem]">{t('controls.resetText')}</p>
      <SubmitButton color="danger">{t('controls.resetConfirm')}</SubmitButton>
    </form>
  );
}
