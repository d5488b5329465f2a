import { texts, translator } from '#lib/session/translator.ts';
import { formTexts } from '../_parts/form-texts.ts';
import type { ScopeChoices } from './scope-choices.ts';

/** The words of the client form. */
export async function clientFormTexts(submit: string) {
  const { name, nameHint, scopes, scopesHint, noScopes } = (await texts('vendor')).clients;
  return { ...(await formTexts()), name, nameHint, scopes, scopesHint, noScopes, submit };
}

/** Scopes as the form shows them: what each opens, and what keeps it from working. */
export async function toScopeOptions({ usable }: ScopeChoices) {
  const t = await translator('vendor');
  return usable.map(({ name, description, state }) => ({
    name,
    note: [state === 'granted' ? undefined : t(`clients.scopeStates.${state}`), description]
      .filter((text) => text !== undefined)
      .join(' · '),
  }));
}
