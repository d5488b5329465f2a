import { DescriptionList } from '#app/_ui/description-list.tsx';
import { Details, DetailsContent, DetailsSummary } from '#app/_ui/ds.ts';
import { Moment } from '#app/_ui/moment.tsx';
import type { OpenLetter } from '#lib/requests/letter/model.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { PartyLine } from '../../../../_parts/party-line.tsx';

/** What tells a real sender from a false one: the register's words, never the vendor's own. */
export async function Sender({ letter }: { readonly letter: OpenLetter }) {
  const t = await translator('requests');
  const language = await pageLanguage();
  const { vendor, system, request } = letter;
  const items = [
    { term: t('sender.register'), description: <PartyLine {...vendor} /> },
    {
      term: t('sender.agreement'),
      description: vendor.agreementSince ? (
        <Moment at={vendor.agreementSince} language={language} />
      ) : (
        t('sender.noAgreement')
      ),
    },
    { term: t('sender.system'), description: <Moment at={vendor.systemSince} language={language} /> },
    { term: t('sender.systemId'), description: <code className="break-all">{system.systemId}</code> },
    ...(request.kind === 'change'
      ? []
      : [{ term: t('sender.label'), description: <bdi>{request.integrationTitle}</bdi> }]),
    { term: t('sender.reference'), description: <bdi>{request.externalRef}</bdi> },
  ];
  return (
    <Details>
      <DetailsSummary>{t('sender.title')}</DetailsSummary>
      <DetailsContent>
        <DescriptionList items={items} />
        <p className="pt-3">{t('sender.advice')}</p>
      </DetailsContent>
    </Details>
  );
}
