import type { Language } from '#lib/i18n/languages.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { OpenLetter } from '#lib/requests/letter/model.ts';

const QUESTIONS = { standard: 'questionNew', agent: 'questionClients', change: 'questionChange' } as const;
const ASKED = { standard: 'askedNew', agent: 'askedClients', change: 'askedChange' } as const;

/** A letter's heading and the title of its page: a question only as long as yes can be the answer. */
export function headingOf(t: Translate<'requests'>, letter: OpenLetter, language: Language): string {
  const names = { system: letter.system.name[language], organisation: letter.organisation.name };
  return t((letter.state === 'waiting' ? QUESTIONS : ASKED)[letter.kind], names);
}
