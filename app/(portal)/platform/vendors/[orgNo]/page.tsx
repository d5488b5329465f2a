import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CardBox } from '#app/_ui/card-box.tsx';
import { DescriptionList } from '#app/_ui/description-list.tsx';
import { Alert, Heading } from '#app/_ui/ds.ts';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { OrgNo } from '#app/_ui/org-no.tsx';
import { StatusTag } from '#app/_ui/status-tag.tsx';
import { type Agreement, VENDOR_SCOPES } from '#lib/onboarding/model.ts';
import { readAgreement } from '#lib/onboarding/read-agreement.ts';
import { findOrganisation } from '#lib/parties/find-party.ts';
import { translator } from '#lib/session/translator.ts';
import { ask } from '../../../_parts/ask.ts';
import { Crumbs } from '../../../_parts/crumbs.tsx';
import { Outcome, type Query } from '../../../_parts/outcome.tsx';
import { PageHeading } from '../../../_parts/page-heading.tsx';
import { requireOperator } from '../../_parts/require-operator.ts';
import { Decide } from '../_vendor/decide.tsx';
import { Shown, Steps } from '../_vendor/steps.tsx';
import { AGREEMENT_TAGS } from '../_vendor/words.ts';

type Props = { readonly params: Promise<{ readonly orgNo: string }>; readonly searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { context } = await requireOperator();
  const organisation = await findOrganisation(context.db, (await params).orgNo);
  return { title: organisation?.name ?? (await translator('platform'))('queue.vendor') };
}

export default async function VendorPage({ params, searchParams }: Props) {
  const { context, organisation: operator } = await requireOperator();
  const t = await translator('platform');
  const vendor = await findOrganisation(context.db, (await params).orgNo);
  if (!vendor) notFound();
  const { agreement, evidence } = await ask(readAgreement(context, { orgNo: vendor.orgNo }));
  return (
    <>
      <Outcome
        query={await searchParams}
        done={{
          test: t('vendor.doneTest'),
          production: t('vendor.doneProduction'),
          refused: t('vendor.doneRefused'),
          suspended: t('vendor.doneSuspended'),
          resumed: t('vendor.doneResumed'),
        }}
      />
      <PageHeading
        title={vendor.name}
        size="md"
        above={<Crumbs links={[{ href: '/platform', text: t('queue.title') }]} here={vendor.name} />}
      >
        {agreement && (
          <StatusTag status={AGREEMENT_TAGS[agreement.status]} label={t(`vendor.statuses.${agreement.status}`)} />
        )}
      </PageHeading>
      {agreement === undefined ? (
        <EmptyState text={t('vendor.none')} />
      ) : (
        <>
          {agreement.note && <Alert data-color="warning">{t('vendor.note', { note: agreement.note })}</Alert>}
          <Decide agreement={agreement} evidence={evidence} name={vendor.name} orgUuid={operator.uuid} />
          <div className="grid gap-5 lg:grid-cols-2">
            <CardBox>
              <Heading level={2} data-size="xs">
                {t('vendor.steps')}
              </Heading>
              <Steps agreement={agreement} />
            </CardBox>
            <CardBox>
              <Heading level={2} data-size="xs">
                {t('vendor.evidence')}
              </Heading>
              <Shown evidence={evidence} />
            </CardBox>
          </div>
          <CardBox>
            <Heading level={2} data-size="xs">
              {t('vendor.facts')}
            </Heading>
            <Facts agreement={agreement} />
          </CardBox>
        </>
      )}
    </>
  );
}

async function Facts({ agreement }: { readonly agreement: Agreement }) {
  const t = await translator('platform');
  const open = ['test', 'production-applied', 'production'].includes(agreement.status);
  return (
    <DescriptionList
      items={[
        { term: t('orgNo'), description: <OrgNo orgNo={agreement.orgNo} /> },
        { term: t('vendor.contact'), description: `${agreement.contactName}, ${agreement.contactEmail}` },
        { term: t('vendor.purpose'), description: <span className="whitespace-pre-line">{agreement.purpose}</span> },
        {
          term: t('vendor.scopes'),
          description: open ? (
            <ul>
              {VENDOR_SCOPES.map((scope) => (
                <li key={scope}>
                  <code className="break-all">{scope}</code>
                </li>
              ))}
            </ul>
          ) : (
            t('vendor.noScopes')
          ),
        },
      ]}
    />
  );
}
