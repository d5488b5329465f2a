import { Textfield } from '#app/_ui/ds.ts';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import type { OpenLetter } from '#lib/requests/letter/model.ts';
import { WORDS_MAX_CHARACTERS } from '#lib/requests/model.ts';
import { translator } from '#lib/session/translator.ts';
import { reject } from '../actions.ts';
import { AnswerKey } from './answer-key.tsx';

/** Says no, with a reason that the vendor sees if there is one. */
export async function RejectForm({ letter }: { readonly letter: OpenLetter }) {
  const t = await translator('requests');
  return (
    <form action={reject} data-kept="reject" className="flex flex-col items-start gap-4">
      <AnswerKey letter={letter} />
      <p>{t('rejectText')}</p>
      <Textfield
        label={t('reason')}
        name="reason"
        multiline
        rows={3}
        maxLength={WORDS_MAX_CHARACTERS}
        className="w-full"
      />
      <SubmitButton color="danger">{t('rejectConfirm')}</SubmitButton>
    </form>
  );
}
