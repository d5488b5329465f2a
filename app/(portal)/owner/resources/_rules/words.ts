import { formatList } from '#lib/i18n/format.ts';
import type { Language } from '#lib/i18n/languages.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { type AccessPackage, codeOf, textIn } from '#lib/resources/access-packages/model.ts';
import type { PolicySubject, PolicySummary } from '#lib/resources/policies/policy-summary.ts';
import { KNOWN_ACTIONS } from '../../../_parts/authority-words.ts';
import { roleName } from '../../../_parts/role-words.ts';

/** An action as people call it; an owner's own action stands as it is spelled. */
export function actionWord(t: Translate<'owner'>, action: string): string {
  const known = KNOWN_ACTIONS.find((name) => name === action);
  return known ? t(`actionWords.${known}`) : action;
}

/** A rule as a sentence: who can do what. */
export function sentenceWords(
  t: Translate<'owner'>,
  language: Language,
  nameOf: SubjectNamer,
  { subjects, actions }: PolicySummary['sentences'][number],
): string {
  return t('rules.sentence', {
    subjects: subjects.length === 0 ? t('rules.everybody') : formatList(language, subjects.map(nameOf)),
    actions: formatList(
      language,
      actions.map((action) => actionWord(t, action)),
    ),
  });
}

/** Says the subjects of rules in words. */
export type SubjectNamer = (subject: PolicySubject) => string;

/** Names the subjects of rules: roles and packages by name, anything else by its attributes. */
export function subjectNamer(
  t: Translate<'owner'>,
  packages: readonly AccessPackage[],
  language: Language,
): SubjectNamer {
  const names = new Map(packages.map(({ urn, name }) => [codeOf(urn), textIn(name, language)]));
  return (subject) => {
    switch (subject.kind) {
      case 'role':
        return roleName(t, subject.code);
      case 'package':
        return t('rules.package', { name: names.get(subject.code) ?? subject.code });
      case 'other':
        return formatList(language, subject.urns);
    }
  };
}
