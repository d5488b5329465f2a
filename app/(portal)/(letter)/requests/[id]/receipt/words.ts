import type { Language } from '#lib/i18n/languages.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { Forward } from '#lib/requests/forwarding/model.ts';
import type { OpenLetter } from '#lib/requests/letter/model.ts';

/** What a receipt says first: the outcome, and what it means. */
type Words = { readonly title: string; readonly lead: string };

/** The receipt's reader, and the words' language. */
type For = { readonly readerUuid: string; readonly language: Language };

/** Of an answer, given by the reader or by somebody else. */
export function decisionWords(t: Translate<'requests'>, letter: OpenLetter, { readerUuid, language }: For): Words {
  const names = { system: letter.system.name[language], organisation: letter.organisation.name };
  const isChange = letter.kind === 'change';
  const leads = {
    agent: t('receipt.approvedClients'),
    change: t('receipt.changedText', names),
    standard: t('receipt.approvedText', names),
  };
  const [title, lead] =
    letter.state === 'approved'
      ? [isChange ? t('receipt.changed', names) : t('receipt.approved', names), leads[letter.kind]]
      : [t('receipt.rejected'), t('receipt.rejectedText', names)];
  return { title: letter.request.decidedByUuid === readerUuid ? title : t('receipt.other'), lead };
}

/** Of a request that somebody has sent on, and of the reminder that may have followed. */
export function forwardWords(t: Translate<'requests'>, forward: Forward, readerUuid: string): Words {
  const title = forward.fromUuid === readerUuid ? t('receipt.forwarded') : t('receipt.forwardedByOther');
  return { title: forward.remindedAt ? t('receipt.reminded') : title, lead: t('receipt.forwardedText') };
}
