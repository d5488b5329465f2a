import { formatList } from '#lib/i18n/format.ts';
import type { Language } from '#lib/i18n/languages.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { ResourceChange } from '#lib/resources/compare-versions.ts';

const LANGUAGES = ['nb', 'nn', 'en'] as const;
const STATUSES = ['Completed', 'Deprecated', 'UnderDevelopment', 'Withdrawn'] as const;

type ChangeOf<Kind> = Extract<ResourceChange, { readonly kind: Kind }>;

/** What differs between two versions of a resource, a sentence for each thing. */
export function changeWords(
  t: Translate<'owner'>,
  language: Language,
  changes: readonly ResourceChange[],
): readonly string[] {
  return changes.map((change) => wordsOf(t, language, change));
}

function wordsOf(t: Translate<'owner'>, language: Language, change: ResourceChange): string {
  switch (change.kind) {
    case 'text':
      return textWords(t, change);
    case 'flag':
      return t(`versions.flags.${change.what}.${change.isOn ? 'on' : 'off'}`);
    case 'value':
      return valueWords(t, language, change);
    case 'other':
      return t('versions.other', { members: formatList(language, change.members) });
  }
}

function valueWords(t: Translate<'owner'>, language: Language, { what, before, after }: ChangeOf<'value'>): string {
  const nameOf = (value: string) => (what === 'status' ? statusName(t, value) : value);
  const said = (values: readonly string[]) =>
    values.length === 0 ? t('versions.nothing') : formatList(language, values.map(nameOf));
  return t('versions.value', { what: t(`versions.what.${what}`), before: said(before), after: said(after) });
}

function textWords(t: Translate<'owner'>, change: ChangeOf<'text'>): string {
  const known = LANGUAGES.find((name) => name === change.language);
  const { before, after } = change;
  const what = t(`versions.what.${change.what}`);
  const language = known ? t(`versions.in.${known}`) : change.language;
  if (before === '') return t('versions.textNew', { what, language, after });
  if (after === '') return t('versions.textGone', { what, language, before });
  return t('versions.text', { what, language, before, after });
}

function statusName(t: Translate<'owner'>, status: string): string {
  const known = STATUSES.find((name) => name === status);
  return known ? t(`resources.statuses.${known}`) : status;
}
