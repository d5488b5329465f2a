import type { EndpointChoices } from '#lib/events/endpoints/model.ts';
import { EVENT_TYPES } from '#lib/events/model.ts';
import type { Language } from '#lib/i18n/languages.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { PageOf } from '#lib/kernel/pages.ts';
import type { RegisteredSystem } from '#lib/register/model.ts';
import { ACTING_FOR_FIELD } from '#lib/session/action-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import type { FormPart } from '../../../../_parts/form-part.tsx';
import { typeText } from './type-text.ts';

/** The fields of an address, new or known. */
export async function formParts(
  orgUuid: string,
  systems: PageOf<RegisteredSystem>,
  initial?: EndpointChoices & { readonly id: string },
): Promise<readonly FormPart[]> {
  const t = await translator('webhooks');
  const language = await pageLanguage();
  return [
    { kind: 'hidden', name: ACTING_FOR_FIELD, value: orgUuid },
    ...(initial ? [{ kind: 'hidden' as const, name: 'endpointId', value: initial.id }] : []),
    {
      kind: 'text',
      name: 'url',
      label: t('form.url'),
      description: t('form.urlHint'),
      value: initial?.url,
      maxLength: 1000,
    },
    {
      kind: 'checks',
      name: 'eventType',
      legend: t('form.types'),
      description: t('form.typesHint'),
      options: EVENT_TYPES.map((type) => ({ value: type, text: typeText(t, type) })),
      values: initial?.eventTypes ?? [],
    },
    ...(systems.total === 0 ? [] : [systemsPart(t, language, systems, initial?.systemIds ?? [])]),
  ];
}

/** What the address is about: systems to tick off, or their ids to write when there are more than a list holds. */
function systemsPart(
  t: Translate<'webhooks'>,
  language: Language,
  { rows, next }: PageOf<RegisteredSystem>,
  values: readonly string[],
): FormPart {
  if (next !== undefined) {
    return {
      kind: 'text',
      name: 'system',
      label: t('form.systems'),
      description: t('form.systemsLines'),
      value: values.join('\n'),
      rows: 4,
    };
  }
  return {
    kind: 'checks',
    name: 'system',
    legend: t('form.systems'),
    description: t('form.systemsHint'),
    options: rows.map(({ systemId, name }) => ({ value: systemId, text: name[language] })),
    values,
  };
}
