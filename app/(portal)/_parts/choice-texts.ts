import { texts, translator } from '#lib/session/translator.ts';
import type { ChoiceListTexts } from './choice-list.tsx';

/** The words of a list to choose from; `what` names its things after "Search", or the legend does. */
export async function choiceTexts({
  legend,
  hint = '',
  what,
  folded = '',
}: {
  readonly legend: string;
  readonly hint?: string;
  readonly what?: string;
  readonly folded?: string;
}): Promise<ChoiceListTexts> {
  const t = await translator('common');
  const { found, nothingFound, chosen } = (await texts('common')).choices;
  const filter = what === undefined ? legend : t('choices.filter', { what });
  return { legend, hint, filter, found, nothingFound, chosen, folded };
}
