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

/**
 * Which of a system's requests to one organisation the letter is: the reference that its vendor has made, in words that say
 * whose it is. None when it borrows a service owner's name (B31).
 */
export function referenceOf(t: Translate<'requests'>, { request, borrowedName }: OpenLetter): string | undefined {
  const { externalRef: reference, partyOrgNo } = request;
  return borrowedName || reference === partyOrgNo ? undefined : t('reference', { reference });
}
