import type { Metadata } from 'next';
import { ButtonLink } from '#app/_ui/button-link.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from '#app/_ui/ds.ts';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { Moment } from '#app/_ui/moment.tsx';
import { OrgNo } from '#app/_ui/org-no.tsx';
import { TableRegion } from '#app/_ui/table-region.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { listVendorRequests } from '#lib/requests/overview/list-vendor-requests.ts';
import type { RequestSummary } from '#lib/requests/overview/summarize.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { pageLanguage, texts, translator } from '#lib/session/translator.ts';
import { ask } from '../../_parts/ask.ts';
import { PageHeading } from '../../_parts/page-heading.tsx';
import { DoneNotice } from '../_parts/done-notice.tsx';
import { isUnderAgreement, NoAgreement } from '../_parts/no-agreement.tsx';
import type { Query } from '../_parts/query.ts';
import { TabLinks } from '../_parts/tab-links.tsx';
import { RequestState } from './request-state.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('vendor'))('requests.title') };
}

export default async function RequestsPage({ searchParams }: { readonly searchParams: Query }) {
  const { context, organisation } = await requireParty();
  const t = await translator('vendor');
  const { show, done } = await searchParams;
  const all = await ask(listVendorRequests(context, { vendorOrgNo: organisation.orgNo }));
  const waiting = all.filter(({ state }) => state === 'waiting');
  const tab = show === 'waiting' ? 'waiting' : 'all';
  const shown = tab === 'waiting' ? waiting : all;
  const mayCreate = await isUnderAgreement(context, organisation.orgNo);
  const caption = t('requests.caption', { organisation: organisation.name });
  const create = <ButtonLink href="/vendor/requests/new">{t('requests.create')}</ButtonLink>;
  return (
    <>
      <DoneNotice done={done} words={(await texts('vendor')).requests.done} />
      <PageHeading size="md" title={t('requests.title')} lead={t('requests.lead')}>
        {mayCreate && all.length > 0 && create}
      </PageHeading>
      {!mayCreate && <NoAgreement />}
      {all.length > 0 && (
        <TabLinks
          label={t('requests.filter')}
          current={tab}
          items={[
            { id: 'all', href: '/vendor/requests', text: t('requests.all', { count: String(all.length) }) },
            {
              id: 'waiting',
              href: '/vendor/requests?show=waiting',
              text: t('requests.waiting', { count: String(waiting.length) }),
            },
          ]}
        />
      )}
      {all.length === 0 && <EmptyState text={t('requests.empty')}>{mayCreate && create}</EmptyState>}
      {all.length > 0 && shown.length === 0 && <EmptyState text={t('requests.emptyWaiting')} />}
      {shown.length > 0 && (
        <TableRegion label={caption}>
          <Table>
            <caption className="sr-only">{caption}</caption>
            <TableHead>
              <TableRow>
                <TableHeaderCell scope="col">{t('requests.customer')}</TableHeaderCell>
                <TableHeaderCell scope="col">{t('requests.system')}</TableHeaderCell>
                <TableHeaderCell scope="col">{t('requests.reference')}</TableHeaderCell>
                <TableHeaderCell scope="col">{t('requests.status')}</TableHeaderCell>
                <TableHeaderCell scope="col">{t('requests.sent')}</TableHeaderCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {shown.map((summary) => (
                <Row key={summary.request.id} summary={summary} />
              ))}
            </TableBody>
          </Table>
        </TableRegion>
      )}
    </>
  );
}

async function Row({ summary }: { readonly summary: RequestSummary }) {
  const t = await translator('vendor');
  const language = await pageLanguage();
  const { request, organisation, systemName } = summary;
  return (
    <TableRow>
      <TableCell data-label={t('requests.customer')}>
        <TextLink href={`/vendor/requests/${request.id}`}>{organisation.name}</TextLink>
        <div className="text-sm text-text-subtle">
          <OrgNo orgNo={organisation.orgNo} />
        </div>
      </TableCell>
      <TableCell data-label={t('requests.system')}>
        {systemName[language]}
        <div className="text-sm text-text-subtle">{t(`kinds.${request.kind}`)}</div>
      </TableCell>
      <TableCell data-label={t('requests.reference')}>
        <code className="text-sm break-all">{request.externalRef}</code>
      </TableCell>
      <TableCell data-label={t('requests.status')}>
        <RequestState summary={summary} />
      </TableCell>
      <TableCell data-label={t('requests.sent')} className="whitespace-nowrap">
        <Moment at={request.createdAt} language={language} />
      </TableCell>
    </TableRow>
  );
}
