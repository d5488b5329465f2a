import type { Metadata } from 'next';
import { ButtonLink } from '#app/_ui/button-link.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from '#app/_ui/ds.ts';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { Moment } from '#app/_ui/moment.tsx';
import { OrgNo } from '#app/_ui/org-no.tsx';
import { TableRegion } from '#app/_ui/table-region.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import {
  countVendorRequests,
  listVendorRequests,
  type VendorRequestCounts,
} from '#lib/requests/overview/list-vendor-requests.ts';
import type { RequestSummary } from '#lib/requests/overview/summarize.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { pageLanguage, texts, translator } from '#lib/session/translator.ts';
import { ask } from '../../_parts/ask.ts';
import { ListPages } from '../../_parts/list-pages.tsx';
import { ListSearch } from '../../_parts/list-search.tsx';
import { PageHeading } from '../../_parts/page-heading.tsx';
import { addressOf, readPageQuery } from '../../_parts/page-query.ts';
import { readState, StateChoice } from '../../_parts/state-choice.tsx';
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
  const words = (await texts('vendor')).requests;
  const given = await searchParams;
  const { query, after } = readPageQuery(given);
  const tab = given.show === 'waiting' ? 'waiting' : 'all';
  const handled = tab === 'all' ? readState(given.state) : undefined;
  const state = tab === 'waiting' ? tab : handled;
  const { orgNo } = organisation;
  const counts = await ask(countVendorRequests(context, { vendorOrgNo: orgNo }));
  const page = await ask(listVendorRequests(context, { vendorOrgNo: orgNo, state, query, after }));
  const mayCreate = await isUnderAgreement(context, orgNo);
  const create = <ButtonLink href="/vendor/requests/new">{t('requests.create')}</ButtonLink>;
  const isNarrowed = query !== '' || handled !== undefined;
  const shown: Readonly<Record<string, string>> = tab === 'waiting' ? { show: tab } : {};
  return (
    <>
      <DoneNotice done={given.done} words={words.done} />
      <PageHeading size="md" title={t('requests.title')} lead={t('requests.lead')}>
        {mayCreate && counts.all > 0 && create}
      </PageHeading>
      {!mayCreate && <NoAgreement />}
      {counts.all > 0 && <Tabs current={tab} counts={counts} />}
      <ListSearch label={t('requests.search')} query={query} total={page.total} kept={shown} narrowed={isNarrowed}>
        {tab === 'all' && (
          <StateChoice chosen={handled} label={words.status} all={words.allStates} states={words.states} />
        )}
      </ListSearch>
      {counts.all === 0 && <EmptyState text={t('requests.empty')}>{mayCreate && create}</EmptyState>}
      {counts.all > 0 && page.rows.length === 0 && (
        <EmptyState text={t(isNarrowed ? 'requests.notFound' : 'requests.emptyWaiting')} />
      )}
      {page.rows.length > 0 && (
        <RequestTable caption={t('requests.caption', { organisation: organisation.name })} requests={page.rows} />
      )}
      <ListPages
        page={page}
        after={after}
        hrefOf={(next) => addressOf('/vendor/requests', { ...shown, state: handled, q: query, after: next })}
      />
    </>
  );
}

async function Tabs({
  current,
  counts: { all, waiting },
}: {
  readonly current: 'all' | 'waiting';
  readonly counts: VendorRequestCounts;
}) {
  const t = await translator('vendor');
  return (
    <TabLinks
      label={t('requests.filter')}
      current={current}
      items={[
        { id: 'all', href: '/vendor/requests', text: t('requests.all', { count: String(all) }) },
        {
          id: 'waiting',
          href: '/vendor/requests?show=waiting',
          text: t('requests.waiting', { count: String(waiting) }),
        },
      ]}
    />
  );
}

async function RequestTable({
  caption,
  requests,
}: {
  readonly caption: string;
  readonly requests: readonly RequestSummary[];
}) {
  const t = await translator('vendor');
  return (
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
          {requests.map((summary) => (
            <Row key={summary.request.id} summary={summary} />
          ))}
        </TableBody>
      </Table>
    </TableRegion>
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
