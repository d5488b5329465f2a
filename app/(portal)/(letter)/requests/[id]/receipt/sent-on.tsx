import { ButtonLink } from '#app/_ui/button-link.tsx';
import { Dated } from '#app/_ui/dated.tsx';
import { DescriptionList } from '#app/_ui/description-list.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { Moment } from '#app/_ui/moment.tsx';
import { PrintButton } from '#app/_ui/print-button.tsx';
import type { Context, PersonActor } from '#lib/context/context.ts';
import type { Forward } from '#lib/requests/forwarding/model.ts';
import type { OpenLetter } from '#lib/requests/letter/model.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { factsOf } from './facts.tsx';
import { findWayBack } from './way-back.ts';

type Props = {
  readonly context: Context & { readonly actor: PersonActor };
  readonly letter: OpenLetter;
  readonly forward: Forward;
};

/** To whom the request was sent, when and by whom; what happens next, and the ways on. */
export async function SentOn({ context, letter, forward }: Props) {
  const t = await translator('requests');
  const common = await translator('common');
  const language = await pageLanguage();
  const back = await findWayBack(context, letter);
  const moment = (at: Date) => <Moment at={at} language={language} withTime />;
  return (
    <>
      <DescriptionList
        items={[
          ...(await factsOf(letter)),
          { term: t('receipt.sentTo'), description: forward.toName ?? t('receipt.allManagers') },
          { term: t('receipt.sentBy'), description: forward.fromName },
          { term: t('receipt.when'), description: moment(forward.forwardedAt) },
          ...(forward.remindedAt ? [{ term: t('receipt.remindedAt'), description: moment(forward.remindedAt) }] : []),
        ]}
      />
      <section className="flex flex-col gap-3">
        <Heading level={2} data-size="xs">
          {t('receipt.next')}
        </Heading>
        <ul className="flex list-disc flex-col gap-2 pl-6">
          <li>{forward.toName ? t('receipt.told', { name: forward.toName }) : t('receipt.toldAll')}</li>
          {forward.fromUuid === context.actor.partyUuid && <li>{t('receipt.tellYou')}</li>}
          <li>{t('receipt.remindDaily')}</li>
          <li>
            <Dated
              at={[letter.deadline]}
              language={language}
              say={(date) => t('receipt.answerBefore', { date, vendor: letter.vendor.name })}
            />
          </li>
        </ul>
      </section>
      <div className="no-print flex flex-wrap gap-3">
        {back && <ButtonLink href={back.url}>{t('receipt.back', { host: back.host })}</ButtonLink>}
        <ButtonLink href="/requests" variant={back ? 'secondary' : 'primary'}>
          {t('receipt.allRequests')}
        </ButtonLink>
        <ButtonLink href={`/requests/${letter.id}`} variant="tertiary">
          {t('receipt.letter')}
        </ButtonLink>
        <PrintButton text={common('actions.print')} />
      </div>
    </>
  );
}
