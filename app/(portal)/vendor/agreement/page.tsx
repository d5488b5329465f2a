import type { Metadata } from 'next';
import { CardBox } from '#app/_ui/card-box.tsx';
import { Heading, Tag } from '#app/_ui/ds.ts';
import { Moment } from '#app/_ui/moment.tsx';
import { type Agreement, type AgreementStatus, mayTake } from '#lib/onboarding/model.ts';
import { readAgreement } from '#lib/onboarding/read-agreement.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { pageLanguage, texts, translator } from '#lib/session/translator.ts';
import { ask } from '../../_parts/ask.ts';
import { PageHeading } from '../../_parts/page-heading.tsx';
import { DoneNotice } from '../_parts/done-notice.tsx';
import { formTexts } from '../_parts/form-texts.ts';
import type { Query } from '../_parts/query.ts';
import { ApplicationForm } from './application-form.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { SignForm } from './sign-form.tsx';

const COLORS: Readonly<Record<AgreementStatus | 'none', 'neutral' | 'info' | 'success' | 'warning' | 'danger'>> = {
  none: 'neutral',
  applied: 'info',
  test: 'success',
  'production-applied': 'info',
  production: 'success',
  refused: 'danger',
  suspended: 'danger',
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('vendor'))('agreement.title') };
}

export default async function AgreementPage({ searchParams }: { readonly searchParams: Query }) {
  const { context, organisation, person } = await requireParty();
  const t = await translator('vendor');
  const words = (await texts('vendor')).agreement;
  const { agreement, evidence } = await ask(readAgreement(context, { orgNo: organisation.orgNo }));
  const status = agreement?.status ?? 'none';
  const names = { organisation: organisation.name };
  return (
    <>
      <DoneNotice done={(await searchParams).done} words={words.done} />
      <PageHeading size="md" title={t('agreement.title')} lead={t('agreement.lead', names)} />
      <CardBox>
        <div>
          <Tag data-color={COLORS[status]}>{t(`agreement.states.${status}`)}</Tag>
        </div>
        <p className="max-w-[42rem]">{t(`agreement.texts.${status}`)}</p>
        {agreement?.note && (
          <blockquote className="max-w-[42rem] border-l-4 border-border-default pl-4">
            <p className="text-sm text-text-subtle">{t('agreement.reason')}</p>
            <p className="break-words whitespace-pre-line">{agreement.note}</p>
          </blockquote>
        )}
        {agreement && <Log agreement={agreement} />}
      </CardBox>
      {(!agreement || mayTake('apply', agreement.status)) && (
        <CardBox>
          <Heading level={2} data-size="xs">
            {t('agreement.apply.title')}
          </Heading>
          <ApplicationForm
            orgUuid={organisation.uuid}
            initial={{
              contactName: agreement?.contactName ?? person.name,
              contactEmail: agreement?.contactEmail ?? '',
              purpose: agreement?.purpose ?? '',
            }}
            texts={{ ...(await formTexts()), ...words.apply }}
          />
        </CardBox>
      )}
      {agreement && status !== 'refused' && <EvidenceList evidence={evidence} />}
      {agreement && mayTake('sign', agreement.status) && (
        <CardBox>
          <Heading level={2} data-size="xs">
            {t('agreement.sign.title')}
          </Heading>
          <ol className="flex max-w-[42rem] list-decimal flex-col gap-2 pl-6">
            <li>{t('agreement.sign.terms1')}</li>
            <li>{t('agreement.sign.terms2')}</li>
            <li>{t('agreement.sign.terms3')}</li>
          </ol>
          <SignForm
            orgUuid={organisation.uuid}
            texts={{ ...(await formTexts()), ...words.sign, accept: t('agreement.sign.accept', names) }}
          />
        </CardBox>
      )}
    </>
  );
}

async function Log({ agreement }: { readonly agreement: Agreement }) {
  const t = await translator('vendor');
  const language = await pageLanguage();
  const entries = [
    { text: t('agreement.log.applied'), at: agreement.appliedAt },
    { text: t('agreement.log.test'), at: agreement.testSince },
    { text: t('agreement.log.signed', { name: agreement.signedByName ?? '' }), at: agreement.signedAt },
    { text: t('agreement.log.production'), at: agreement.productionSince },
  ];
  return (
    <section className="flex flex-col gap-2">
      <Heading level={2} data-size="2xs">
        {t('agreement.log.title')}
      </Heading>
      <ol className="flex flex-col gap-1">
        {entries.map(
          ({ text, at }) =>
            at && (
              <li key={text} className="flex flex-wrap gap-x-4">
                <span className="tnum text-text-subtle sm:w-52">
                  <Moment at={at} language={language} withTime />
                </span>
                {text}
              </li>
            ),
        )}
      </ol>
    </section>
  );
}
