import type { Translate } from '#lib/i18n/translate.ts';

type ActionKey = Parameters<Translate<'activity'>>[0] & `actions.${string}`;

/** An event of the audit trail as a sentence; an action without words of its own stands as it is spelled. */
export function eventText(
  t: Translate<'activity'>,
  event: { readonly action: string; readonly actorName: string },
): string {
  const key = `actions.${event.action.replace('.', '_')}` as ActionKey;
  const actor = event.actorName || t('somebody');
  return t.has(key) ? t(key, { actor, action: event.action }) : t('actions.other', { actor, action: event.action });
}
