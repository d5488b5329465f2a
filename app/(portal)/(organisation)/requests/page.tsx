import type { Metadata } from 'next';
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from '#app/_ui/ds.ts';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { LinkTabs } from '#app/_ui/link-tabs.tsx';
import { Moment } from '#app/_ui/moment.tsx';
import { Notice } from '#app/_ui/notice.tsx';
import { type Status, StatusTag } from '#app/_ui/status-tag.tsx';
import { TableRegion } from '#app/_ui/table-region.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import type { Translate } from '#lib/i18n/translate.ts';
import { isAllowed } from '#lib/parties/authority.ts';
import { listBlockedVendors } from '#lib/requests/blocking/list-blocked-vendors.ts';
import type { Forward } from '#lib/requests/forwarding/model.ts';
import type { AnyRequest } from '#lib/requests/model.ts';
import { countWaitingRequests, type ListedRequest, listRequests } from '#lib/requests/overview/list-requests.ts';
import type { RequestSummary } from '#lib/requests/overview/summarize.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { pageLanguage, texts, translator } from '#lib/session/translator.ts';
import { ask } from '../../_parts/ask.ts';
import { ListPages } from '../../_parts/list-pages.tsx';
import { ListSearch } from '../../_parts/list-search.tsx';
import { PageHeading } from '../../_parts/page-heading.tsx';
import { addressOf, readPageQuery } from '../../_parts/page-query.ts';
import { readState, StateChoice } from '../../_parts/state-choice.tsx';
import { BlockedVendors } from './blocked-vendors.tsx';

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('requests'))('title') };
}

export default async function RequestsPage({ searchParams }: Props) {
  const { context, organisation } = await requireParty();
  const t = await translator('requests');
  const common = await translator('common');
  const { list } = await texts('requests');
  const given = await searchParams;
  const { query, after } = readPageQuery(given);
  const tab = given.tab === 'handled' ? 'handled' : 'waiting';
  const state = tab === 'handled' ? readState(given.state) : undefined;
  const waiting = await ask(countWaitingRequests(context, organisation.uuid));
  const page = await ask(listRequests(context, { partyUuid: organisation.uuid, tab, state, query, after }));
  const mayManage = await isAllowed(context.db, context.actor, organisation.uuid, 'access-management.read');
  const blocked = mayManage ? await listBlockedVendors(context, { uuid: organisation.uuid }) : [];
  const isNarrowed = query !== '' || state !== undefined;
  const shown: Readonly<Record<string, string>> = tab === 'handled' ? { tab } : {};
  return (
    <>
      {given.done === 'blocked' && <Notice text={t('blocking.doneBlocked')} close={common('actions.close')} />}
      {given.done === 'unblocked' && <Notice text={t('blocking.doneUnblocked')} close={common('actions.close')} />}
      <PageHeading title={t('title')} lead={t('list.lead', { organisation: organisation.name })} />
      <LinkTabs
        label={t('list.tabs')}
        tabs={[
          { href: '/requests', text: t('list.waiting', { count: String(waiting) }), current: tab === 'waiting' },
          { href: '/requests?tab=handled', text: t('list.handled'), current: tab === 'handled' },
        ]}
      />
      <ListSearch label={list.search} query={query} total={page.total} kept={shown} narrowed={isNarrowed}>
        {tab === 'handled' && (
          <StateChoice chosen={state} label={list.status} all={list.allStates} states={list.states} />
        )}
      </ListSearch>
      {page.rows.length === 0 ? (
        <EmptyState text={isNarrowed ? list.notFound : tab === 'waiting' ? list.emptyWaiting : list.emptyHandled} />
      ) : (
        <RequestTable
          requests={page.rows}
          tab={tab}
          readerUuid={context.actor.partyUuid}
          caption={t('list.caption', { organisation: organisation.name })}
        />
      )}
      <ListPages
        page={page}
        after={after}
        hrefOf={(next) => addressOf('/requests', { ...shown, state, q: query, after: next })}
      />
      {blocked.length > 0 && <BlockedVendors vendors={blocked} orgUuid={organisation.uuid} />}
    </>
  );
}

const STATUS: Readonly<Record<RequestSummary['state'], Status>> = {
  waiting: 'waiting',
  expired: 'expired',
  approved: 'approved',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
  ended: 'withdrawn',
};

async function RequestTable({
  requests,
  tab,
  readerUuid,
  caption,
}: {
  readonly requests: readonly ListedRequest[];
  readonly tab: 'waiting' | 'handled';
  readonly readerUuid: string;
  readonly caption: string;
}) {
  const t = await translator('requests');
  const language = await pageLanguage();
  return (
    <TableRegion label={caption}>
      <Table>
        <caption className="sr-only">{caption}</caption>
        <TableHead>
          <TableRow>
            <TableHeaderCell scope="col">{t('list.system')}</TableHeaderCell>
            <TableHeaderCell scope="col">{t('list.vendor')}</TableHeaderCell>
            <TableHeaderCell scope="col">{t('list.kind')}</TableHeaderCell>
            <TableHeaderCell scope="col">{t('list.sent')}</TableHeaderCell>
            <TableHeaderCell scope="col">{tab === 'waiting' ? t('list.deadline') : t('list.settled')}</TableHeaderCell>
            <TableHeaderCell scope="col">{t('list.status')}</TableHeaderCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {requests.map(({ request, state, prospect, systemName, vendor, deadline, forwards }) => (
            <TableRow key={request.id}>
              <TableCell data-label={t('list.system')}>
                <TextLink href={`/requests/${request.id}`}>
                  {systemName[language]}
                  {request.externalRef !== request.partyOrgNo && (
                    <bdi className="block text-sm">{t('list.reference', { reference: request.externalRef })}</bdi>
                  )}
                </TextLink>
              </TableCell>
              <TableCell data-label={t('list.vendor')}>{vendor.name}</TableCell>
              <TableCell data-label={t('list.kind')}>{t(`list.kinds.${request.kind}`)}</TableCell>
              <TableCell data-label={t('list.sent')}>
                <Moment at={request.createdAt} language={language} />
              </TableCell>
              <TableCell data-label={tab === 'waiting' ? t('list.deadline') : t('list.settled')}>
                <Moment at={state === 'waiting' ? deadline : settledAt(request, deadline)} language={language} />
              </TableCell>
              <TableCell data-label={t('list.status')}>
                {prospect?.who === 'nobody' ? (
                  <>
                    <StatusTag status="blocked" label={t('list.blocked')} />
                    <p className="text-sm text-text-subtle">{t(`obstacles.${prospect.obstacle}`)}</p>
                  </>
                ) : (
                  <StatusTag status={STATUS[state]} label={t(`list.states.${state}`)} />
                )}
                {prospect?.who === 'others' && <p className="text-sm text-text-subtle">{t('list.others')}</p>}
                {forwards.map((forward) => (
                  <p key={forward.fromUuid} className="text-sm text-text-subtle">
                    {forwardText(t, forward, readerUuid)}
                  </p>
                ))}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableRegion>
  );
}

/** When it was answered or taken back; the deadline of one that nobody answered. */
function settledAt(request: AnyRequest, deadline: Date): Date {
  return request.decidedAt ?? request.deletedAt ?? deadline;
}

/** Who sent a request on, as the reader sees it: to you, by you, or by a colleague. */
function forwardText(t: Translate<'requests'>, forward: Forward, readerUuid: string): string {
  if (forward.toUuid === readerUuid) return t('list.forwardedToYou', { name: forward.fromName });
  if (forward.fromUuid !== readerUuid) return t('list.forwardedBy', { name: forward.fromName });
  return forward.toName ? t('list.forwardedTo', { name: forward.toName }) : t('list.forwardedToAll');
}
