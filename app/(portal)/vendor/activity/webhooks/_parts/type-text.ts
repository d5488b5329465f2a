import type { EventType } from '#lib/events/model.ts';
import type { Translate } from '#lib/i18n/translate.ts';

type TypeKey = Parameters<Translate<'webhooks'>>[0] & `types.${string}`;

/** A type of event in words. */
export function typeText(t: Translate<'webhooks'>, type: EventType): string {
  return t(`types.${type.replace('no.systembruker.', '').replace('.', '_')}` as TypeKey);
}
