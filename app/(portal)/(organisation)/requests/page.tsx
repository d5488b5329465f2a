import type { Metadata } from 'next';
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from '#app/_ui/ds.ts';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { LinkTabs } from '#app/_ui/link-tabs.tsx';
import { Moment } from '#app/_ui/moment.tsx';
import { type Status, StatusTag } from '#app/_ui/status-tag.tsx';
import { TableRegion } from '#app/_ui/table-region.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { listRequests } from '#lib/requests/overview/list-requests.ts';
import type { RequestSummary } from '#lib/requests/overview/summarize.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ask } from '../../_parts/ask.ts';
import { PageHeading } from '../../_parts/page-heading.tsx';

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('requests'))('title') };
}

export default async function RequestsPage({ searchParams }: Props) {
  const { context, organisation } = await requireParty();
  const t = await translator('requests');
  const tab = (await searchParams).tab === 'handled' ? 'handled' : 'waiting';
  const waiting = await ask(listRequests(context, { partyUuid: organisation.uuid, tab: 'waiting' }));
  const shown =
    tab === 'waiting' ? waiting : await ask(listRequests(context, { partyUuid: organisation.uuid, tab: 'handled' }));
  return (
    <>
      <PageHeading title={t('title')} lead={t('list.lead', { organisation: organisation.name })} />
      <LinkTabs
        label={t('list.tabs')}
        tabs={[
          { href: '/requests', text: t('list.waiting', { count: String(waiting.length) }), current: tab === 'waiting' },
          { href: '/requests?tab=handled', text: t('list.handled'), current: tab === 'handled' },
        ]}
      />
      {shown.length === 0 ? (
        <EmptyState text={tab === 'waiting' ? t('list.emptyWaiting') : t('list.emptyHandled')} />
      ) : (
        <RequestTable requests={shown} caption={t('list.caption', { organisation: organisation.name })} />
      )}
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
  caption,
}: {
  readonly requests: readonly RequestSummary[];
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
            <TableHeaderCell scope="col">{t('list.deadline')}</TableHeaderCell>
            <TableHeaderCell scope="col">{t('list.status')}</TableHeaderCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {requests.map(({ request, state, systemName, vendor, deadline, forwards }) => (
            <TableRow key={request.id}>
              <TableCell>
                <TextLink href={`/requests/${request.id}`}>{systemName[language]}</TextLink>
                {request.externalRef !== request.partyOrgNo && (
                  <p className="text-sm text-text-subtle">
                    <bdi>{t('list.reference', { reference: request.externalRef })}</bdi>
                  </p>
                )}
              </TableCell>
              <TableCell>{vendor.name}</TableCell>
              <TableCell>{t(`list.kinds.${request.kind}`)}</TableCell>
              <TableCell>
                <Moment at={request.createdAt} language={language} />
              </TableCell>
              <TableCell>
                <Moment at={deadline} language={language} />
              </TableCell>
              <TableCell>
                <StatusTag status={STATUS[state]} label={t(`list.states.${state}`)} />
                {forwards[0] && (
                  <p className="text-sm text-text-subtle">{t('list.forwardedBy', { name: forwards[0].fromName })}</p>
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableRegion>
  );
}
