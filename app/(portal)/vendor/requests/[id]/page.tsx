import type { Metadata } from 'next';
import { cache } from 'react';
import { ButtonLink } from '#app/_ui/button-link.tsx';
import { CardBox } from '#app/_ui/card-box.tsx';
import { ConfirmDialog } from '#app/_ui/confirm-dialog.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { OrgNo } from '#app/_ui/org-no.tsx';
import { readVendorTimeline } from '#lib/requests/overview/list-vendor-requests.ts';
import type { RequestSummary } from '#lib/requests/overview/summarize.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { pageLanguage, texts, translator } from '#lib/session/translator.ts';
import { ask } from '../../../_parts/ask.ts';
import { Crumbs } from '../../../_parts/crumbs.tsx';
import { PageHeading } from '../../../_parts/page-heading.tsx';
import { DoneNotice } from '../../_parts/done-notice.tsx';
import { isUnderAgreement } from '../../_parts/no-agreement.tsx';
import type { Query } from '../../_parts/query.ts';
import { RequestState } from '../request-state.tsx';
import { WithdrawForm } from '../withdraw-form.tsx';
import { Asks } from './asks.tsx';
import { Follow } from './follow.tsx';
import { Share } from './share.tsx';
import { StatusTimeline } from './status-timeline.tsx';

type Props = { readonly params: Promise<{ readonly id: string }>; readonly searchParams: Query };

const read = cache(async (id: string) => {
  const current = await requireParty();
  const { orgNo: vendorOrgNo } = current.organisation;
  return { ...current, summary: await ask(readVendorTimeline(current.context, { vendorOrgNo, id })) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { summary } = await read((await params).id);
  return { title: `${await headingOf(summary)} · ${summary.request.externalRef}` };
}

export default async function VendorRequestPage({ params, searchParams }: Props) {
  const { context, organisation, summary } = await read((await params).id);
  const t = await translator('vendor');
  const language = await pageLanguage();
  const { request, systemName, state } = summary;
  const mayChange = await isUnderAgreement(context, organisation.orgNo);
  return (
    <>
      <Crumbs links={[{ href: '/vendor/requests', text: t('requests.title') }]} />
      <DoneNotice done={(await searchParams).done} words={(await texts('vendor')).requests.done} />
      <PageHeading
        size="md"
        title={
          <span className="flex flex-wrap items-center gap-3">
            <bdi>{await headingOf(summary)}</bdi> <RequestState summary={summary} />
          </span>
        }
        lead={
          <>
            <OrgNo orgNo={request.partyOrgNo} /> · {systemName[language]} · {t(`kinds.${request.kind}`)} ·{' '}
            {t('requests.reference')} <code className="break-all">{request.externalRef}</code>
          </>
        }
      >
        {mayChange && <Withdraw summary={summary} orgUuid={organisation.uuid} />}
      </PageHeading>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <CardBox>
            <Heading level={2} data-size="xs">
              {t('requests.timeline.title')}
            </Heading>
            <StatusTimeline timeline={summary.timeline} state={state} deadline={summary.deadline} />
            <Next summary={summary} mayChange={mayChange} />
          </CardBox>
          <Asks db={context.db} request={request} />
        </div>
        {state === 'waiting' && !summary.obstacle && <Share summary={summary} />}
      </div>
      {!request.isDeleted && <Follow request={request} now={context.now} />}
    </>
  );
}

/** Names the page after the request, since the customer has a page too. */
async function headingOf({ request, organisation }: RequestSummary): Promise<string> {
  const t = await translator('vendor');
  return t('requests.heading', { kind: request.kind, organisation: organisation.name });
}

/** A request that was taken back already, or ended with its system user, has nothing left to take back. */
async function Withdraw({ summary, orgUuid }: { readonly summary: RequestSummary; readonly orgUuid: string }) {
  if (summary.request.isDeleted) return null;
  const t = await translator('vendor');
  const common = await translator('common');
  return (
    <ConfirmDialog
      trigger={t('requests.withdraw')}
      fallbackHref={`/vendor/requests/${summary.request.id}/withdraw`}
      variant="tertiary"
      title={t('requests.withdrawTitle', { organisation: summary.organisation.name })}
      close={common('actions.close')}
    >
      <WithdrawForm summary={summary} orgUuid={orgUuid} />
    </ConfirmDialog>
  );
}

/** What the vendor can do now that the request is answered, over or gone. */
async function Next({ summary, mayChange }: { readonly summary: RequestSummary; readonly mayChange: boolean }) {
  const t = await translator('vendor');
  const { request, state, obstacle } = summary;
  if (obstacle) return <p>{t(`requests.obstacles.${obstacle}`)}</p>;
  if (request.rejectReason !== undefined) {
    return (
      <blockquote className="border-l-4 border-border-default pl-4">
        <p className="text-sm text-text-subtle">{t('requests.reason')}</p>
        <p className="break-words whitespace-pre-line">{request.rejectReason}</p>
      </blockquote>
    );
  }
  if (state === 'approved') {
    const id = request.kind === 'change' ? request.systemUserId : request.id;
    return (
      <>
        <p className="break-words">{t('requests.next.approved', { reference: request.externalRef })}</p>
        <div>
          <ButtonLink href={`/vendor/system-users/${id}`} variant="secondary">
            {t('requests.next.seeCustomer')}
          </ButtonLink>
        </div>
      </>
    );
  }
  if (state === 'waiting' || request.kind === 'change' || !mayChange) return null;
  const again = new URLSearchParams({
    system: request.systemId,
    orgNo: request.partyOrgNo,
    kind: request.kind,
    reference: request.externalRef === request.partyOrgNo ? '' : request.externalRef,
  });
  return (
    <div>
      <ButtonLink href={`/vendor/requests/new?${again}`}>{t('requests.next.again')}</ButtonLink>
    </div>
  );
}
