import { Tag } from '#app/_ui/ds.ts';
import { type JournalCall, outcomeOf } from '#lib/sandbox/journal/model.ts';
import { translator } from '#lib/session/translator.ts';

const COLORS = { answered: 'success', refused: 'warning', failed: 'danger', lost: 'neutral' } as const;

/** How a call came out, in a word with its colour. */
export async function OutcomeTag({ call }: { readonly call: JournalCall }) {
  const t = await translator('journal');
  const outcome = outcomeOf(call);
  return <Tag data-color={COLORS[outcome]}>{t(`outcomes.${outcome}`)}</Tag>;
}
