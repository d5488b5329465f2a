import { Field, Label, Textarea } from '#app/_ui/ds.ts';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import type { OpenLetter } from '#lib/requests/letter/model.ts';
import { REASON_MAX_CHARACTERS } from '#lib/requests/model.ts';
import { translator } from '#lib/session/translator.ts';
import { reject } from '../actions.ts';
import { RequestKey } from './request-key.tsx';

/** Says no, with a reason that the vendor sees if there is one. */
export async function RejectForm({ letter }: { readonly letter: OpenLetter }) {
  const t = await translator('requests');
  return (
    <form action={reject} className="flex flex-col items-start gap-4">
      <RequestKey letter={letter} />
      <p>{t('rejectText')}</p>
      <Field className="w-full">
        <Label>{t('reason')}</Label>
        <Textarea name="reason" rows={3} maxLength={REASON_MAX_CHARACTERS} />
      </Field>
      <SubmitButton color="danger">{t('rejectConfirm')}</SubmitButton>
    </form>
  );
}
