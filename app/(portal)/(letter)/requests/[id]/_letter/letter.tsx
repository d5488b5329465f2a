import { Dated } from '#app/_ui/dated.tsx';
import { Alert, Heading } from '#app/_ui/ds.ts';
import { formatOrgNo } from '#lib/i18n/format.ts';
import type { OpenLetter } from '#lib/requests/letter/model.ts';
import { signedIn } from '#lib/session/page-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { PageHeading } from '../../../../_parts/page-heading.tsx';
import { NumberLine } from '../../../../_parts/party-line.tsx';
import { Answer } from './answer.tsx';
import { headingOf, referenceOf } from './heading.ts';
import { LetterLines } from './lines.tsx';
import { Outcome } from './outcome.tsx';
import { Sender } from './sender.tsx';

/** The request as a letter: who asks, for what, for whom, until when, and yes or no. */
export async function Letter({ letter }: { readonly letter: OpenLetter }) {
  const t = await translator('requests');
  const language = await pageLanguage();
  const current = await signedIn();
  const { organisation, vendor } = letter;
  const system = letter.system.name[language];
  const names = { system, organisation: organisation.name };
  const elsewhere = current?.organisation?.uuid !== organisation.uuid;
  const open = letter.state === 'waiting' || letter.state === 'blocked';
  const reference = referenceOf(t, letter);
  const leads = {
    standard: t('leadNew'),
    agent: t('leadClients', names),
    change: t('leadChange', names),
  };
  return (
    <>
      <PageHeading
        above={
          <>
            {t('from', { vendor: vendor.name })} · <NumberLine orgNo={vendor.orgNo} />
          </>
        }
        title={
          <>
            {headingOf(t, letter, language)}
            {reference && <span className="block text-base font-normal break-all text-text-subtle">{reference}</span>}
          </>
        }
        lead={letter.state === 'waiting' ? leads[letter.kind] : undefined}
      />
      {open && elsewhere && (
        <p className="text-text-subtle">
          {t('actingFor', { organisation: organisation.name, orgNo: formatOrgNo(organisation.orgNo) })}
        </p>
      )}
      {open && letter.borrowedName && (
        <Alert data-color="warning">
          {t('sender.borrowedName', {
            name: letter.borrowedName,
            vendor: `${vendor.name} (${formatOrgNo(vendor.orgNo)})`,
          })}
        </Alert>
      )}
      <Outcome letter={letter} />
      <section className="flex flex-col gap-3">
        <Heading level={2} data-size="xs">
          {t('whatItIs')}
        </Heading>
        <p className="break-words">{letter.system.description[language]}</p>
      </section>
      <LetterLines letter={letter} />
      {letter.state === 'waiting' && letter.kind === 'agent' && <p>{t('afterwardsClients')}</p>}
      {open && letter.redirectHost && <Alert data-color="info">{t('afterwards', { host: letter.redirectHost })}</Alert>}
      {open && (
        <p className="text-text-subtle">
          <Dated at={[letter.deadline]} language={language} say={(date) => t('deadline', { date })} />
        </p>
      )}
      <Answer letter={letter} />
      <Sender letter={letter} />
    </>
  );
}
