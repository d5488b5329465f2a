import type { Language } from '#lib/i18n/languages.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { OpenLetter } from '#lib/requests/letter/model.ts';

/** The question that a letter asks: its heading, and the title of its page. */
export function questionOf(t: Translate<'requests'>, letter: OpenLetter, language: Language): string {
  const names = { system: letter.system.name[language], organisation: letter.organisation.name };
  switch (letter.kind) {
    case 'standard':
      return t('questionNew', names);
    case 'agent':
      return t('questionClients', names);
    case 'change':
      return t('questionChange', names);
  }
}
