import type { Metadata } from 'next';
import { ButtonLink } from '#app/_ui/button-link.tsx';
import { DataTable } from '#app/_ui/data-table.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { Moment } from '#app/_ui/moment.tsx';
import { OrgNo } from '#app/_ui/org-no.tsx';
import { Pages } from '#app/_ui/pages.tsx';
import { StatusTag } from '#app/_ui/status-tag.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import type { ActivityPlace } from '#lib/audit/list-activity.ts';
import type { Context } from '#lib/context/context.ts';
import type { Endpoint } from '#lib/events/endpoints/model.ts';
import { listEndpoints } from '#lib/events/endpoints/read-endpoints.ts';
import { listEvents } from '#lib/events/list-events.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { pageLanguage, texts, translator } from '#lib/session/translator.ts';
import { parsePlace, placeText } from '../../../_parts/activity-place.ts';
import { ask } from '../../../_parts/ask.ts';
import { Crumbs } from '../../../_parts/crumbs.tsx';
import { PageHeading } from '../../../_parts/page-heading.tsx';
import { DoneNotice } from '../../_parts/done-notice.tsx';
import { one, type Query } from '../../_parts/query.ts';
import { LIST, pathOf } from './_parts/paths.ts';
import { typeText } from './_parts/type-text.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('webhooks'))('title') };
}

export default async function WebhooksPage({ searchParams }: { readonly searchParams: Query }) {
  const { context } = await requireParty();
  const t = await translator('webhooks');
  const vendor = await translator('vendor');
  const { done, before } = await searchParams;
  const endpoints = await ask(listEndpoints(context));
  return (
    <>
      <Crumbs links={[{ href: '/vendor/activity', text: vendor('activity.title') }]} />
      <DoneNotice done={done} words={(await texts('webhooks')).done} />
      <PageHeading size="md" title={t('title')} lead={t('lead')}>
        <ButtonLink href={`${LIST}/new`}>{t('add')}</ButtonLink>
      </PageHeading>
      <div className="flex flex-col gap-4">
        <Heading level={2} data-size="xs">
          {t('addresses')}
        </Heading>
        <p className="max-w-[42rem] text-text-subtle">{t('addressesLead')}</p>
        {endpoints.length === 0 ? <EmptyState text={t('none')} /> : <Addresses endpoints={endpoints} />}
      </div>
      <div className="flex flex-col gap-4">
        <Heading level={2} data-size="xs">
          {t('events')}
        </Heading>
        <p className="max-w-[42rem] text-text-subtle">{t('eventsLead')}</p>
        <Events context={context} before={parsePlace(one(before))} />
      </div>
    </>
  );
}

async function Addresses({ endpoints }: { readonly endpoints: readonly Endpoint[] }) {
  const t = await translator('webhooks');
  return (
    <DataTable
      caption={t('addresses')}
      columns={[t('address'), t('listens'), t('state')]}
      rows={endpoints.map((endpoint) => ({
        key: endpoint.id,
        cells: [
          <TextLink key="url" href={pathOf(endpoint.id)}>
            <span className="break-all">{endpoint.url}</span>
          </TextLink>,
          listensTo(t, endpoint),
          <StatusTag key="state" {...stateOf(t, endpoint)} />,
        ],
      }))}
    />
  );
}

async function Events({ context, before }: { readonly context: Context; readonly before: ActivityPlace | undefined }) {
  const t = await translator('webhooks');
  const language = await pageLanguage();
  const page = await ask(listEvents(context, { before }));
  if (page.items.length === 0) return <EmptyState text={t('noEvents')} />;
  return (
    <>
      <DataTable
        caption={t('events')}
        columns={[t('when'), t('what'), t('customer'), t('system')]}
        rows={page.items.map((event) => ({
          key: event.id,
          cells: [
            <Moment key="at" at={event.at} language={language} withTime />,
            typeText(t, event.type),
            event.data.partyOrgNo && (
              <span key="customer" className="flex flex-col">
                {event.customerName}
                <span className="text-sm text-text-subtle">
                  <OrgNo orgNo={event.data.partyOrgNo} />
                </span>
              </span>
            ),
            event.systemId && (
              <code key="system" className="text-sm break-all md:whitespace-nowrap">
                {event.systemId}
              </code>
            ),
          ],
        }))}
      />
      <Pages
        label={t('pages')}
        summary={t('shown', { count: page.items.length })}
        previous={before === undefined ? undefined : { href: LIST, text: t('newest') }}
        next={
          page.next === undefined ? undefined : { href: `${LIST}?before=${placeText(page.next)}`, text: t('older') }
        }
      />
    </>
  );
}

type T = Awaited<ReturnType<typeof translator<'webhooks'>>>;

function listensTo(t: T, { eventTypes, systemIds }: Endpoint): string {
  const types = eventTypes.length === 0 ? t('allTypes') : t('typeCount', { count: eventTypes.length });
  return systemIds.length === 0 ? types : `${types} · ${t('systemCount', { count: systemIds.length })}`;
}

function stateOf(t: T, { active, restsUntil }: Endpoint) {
  if (!active) return { status: 'draft' as const, label: t('states.paused') };
  if (restsUntil) return { status: 'expiring' as const, label: t('states.failing') };
  return { status: 'active' as const, label: t('states.active') };
}
