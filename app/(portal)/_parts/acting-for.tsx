import { ACTING_FOR_FIELD } from '#lib/session/action-context.ts';

/** Puts into a form for which organisation its page was shown; `actionContext(form)` acts for that one and no other. */
export function ActingFor({ orgUuid }: { readonly orgUuid: string }) {
  return <input type="hidden" name={ACTING_FOR_FIELD} value={orgUuid} />;
}
