import type { Metadata } from 'next';
import { DataTable } from '#app/_ui/data-table.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { Moment } from '#app/_ui/moment.tsx';
import { OrgNo } from '#app/_ui/org-no.tsx';
import { StatusTag } from '#app/_ui/status-tag.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { type ListedAgreement, listAgreements } from '#lib/onboarding/list-agreements.ts';
import { isWaiting } from '#lib/onboarding/model.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ask } from '../_parts/ask.ts';
import { PageHeading } from '../_parts/page-heading.tsx';
import { requireOperator } from './_parts/require-operator.ts';
import { AGREEMENT_TAGS, evidenceCount } from './vendors/_vendor/words.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('platform'))('queue.title') };
}

export default async function QueuePage() {
  const { context } = await requireOperator();
  const t = await translator('platform');
  const all = await ask(listAgreements(context));
  const waiting = all.filter(({ agreement }) => isWaiting(agreement));
  const others = all.filter((listed) => !waiting.includes(listed));
  return (
    <>
      <PageHeading title={t('queue.title')} lead={t('queue.lead')} size="md" />
      {waiting.length === 0 ? <EmptyState text={t('queue.empty')} /> : <Waiting listed={waiting} />}
      {others.length > 0 && (
        <div className="flex flex-col gap-4">
          <Heading level={2} data-size="xs">
            {t('queue.others')}
          </Heading>
          <Others listed={others} />
        </div>
      )}
    </>
  );
}

async function Waiting({ listed }: { readonly listed: readonly ListedAgreement[] }) {
  const t = await translator('platform');
  const language = await pageLanguage();
  return (
    <DataTable
      caption={t('queue.title')}
      columns={[t('queue.vendor'), t('orgNo'), t('queue.wants'), t('queue.since'), t('queue.evidence')]}
      rows={listed.map(({ agreement, name, evidence }) => ({
        key: agreement.orgNo,
        cells: [
          <TextLink key="name" href={`/platform/vendors/${agreement.orgNo}`}>
            {name}
          </TextLink>,
          <OrgNo key="orgNo" orgNo={agreement.orgNo} />,
          agreement.status === 'applied' ? t('queue.wantsTest') : t('queue.wantsProduction'),
          <Moment key="since" at={agreement.updatedAt} language={language} />,
          evidence && t('queue.evidenceOf', { count: String(evidenceCount(evidence)) }),
        ],
      }))}
    />
  );
}

async function Others({ listed }: { readonly listed: readonly ListedAgreement[] }) {
  const t = await translator('platform');
  const language = await pageLanguage();
  return (
    <DataTable
      caption={t('queue.others')}
      columns={[t('queue.vendor'), t('orgNo'), t('status'), t('queue.changed')]}
      rows={listed.map(({ agreement, name }) => ({
        key: agreement.orgNo,
        cells: [
          <TextLink key="name" href={`/platform/vendors/${agreement.orgNo}`}>
            {name}
          </TextLink>,
          <OrgNo key="orgNo" orgNo={agreement.orgNo} />,
          <StatusTag
            key="status"
            status={AGREEMENT_TAGS[agreement.status]}
            label={t(`vendor.statuses.${agreement.status}`)}
          />,
          <Moment key="changed" at={agreement.updatedAt} language={language} />,
        ],
      }))}
    />
  );
}
