import type { Metadata } from 'next';
import { ButtonLink } from '#app/_ui/button-link.tsx';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { Pages } from '#app/_ui/pages.tsx';
import type { ActivityPlace } from '#lib/audit/list-activity.ts';
import { listVendorActivity } from '#lib/requests/overview/list-vendor-activity.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { translator } from '#lib/session/translator.ts';
import { parsePlace, placeText } from '../../_parts/activity-place.ts';
import { ask } from '../../_parts/ask.ts';
import { CsvLink } from '../../_parts/csv-link.tsx';
import { EventTable } from '../../_parts/event-table.tsx';
import { PageHeading } from '../../_parts/page-heading.tsx';
import { addressOf } from '../../_parts/page-query.ts';
import { one, type Query } from '../_parts/query.ts';
import { TabLinks } from '../_parts/tab-links.tsx';
import { activityKind, KIND_NAMES, KINDS } from './read-filter.ts';
import { Subject } from './subject.tsx';
import { withActorWords } from './with-actors.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('vendor'))('activity.title') };
}

export default async function ActivityPage({ searchParams }: { readonly searchParams: Query }) {
  const { context, organisation } = await requireParty();
  const t = await translator('vendor');
  const webhooks = await translator('webhooks');
  const query = await searchParams;
  const kind = activityKind(query.kind);
  const before = parsePlace(one(query.before));
  const { orgNo } = organisation;
  const page = await ask(listVendorActivity(context, { orgNo, prefixes: KINDS[kind], before }));
  const kindInAddress = kind === 'all' ? undefined : kind;
  const hrefOf = (next?: ActivityPlace) =>
    addressOf('/vendor/activity', { kind: kindInAddress, before: next && placeText(next) });
  return (
    <>
      <PageHeading size="md" title={t('activity.title')} lead={t('activity.lead', { organisation: organisation.name })}>
        <div className="flex flex-wrap gap-3">
          <ButtonLink href="/vendor/activity/webhooks" variant="secondary">
            {webhooks('link')}
          </ButtonLink>
          {page.items.length > 0 && <CsvLink href={addressOf('/vendor/activity/csv', { kind: kindInAddress })} />}
        </div>
      </PageHeading>
      <TabLinks
        label={t('activity.filterLabel')}
        current={kind}
        items={KIND_NAMES.map((id) => ({
          id,
          href: id === 'all' ? '/vendor/activity' : `/vendor/activity?kind=${id}`,
          text: t(`activity.kinds.${id}`),
        }))}
      />
      {page.items.length === 0 ? (
        <EmptyState text={t(kind === 'all' ? 'activity.empty' : 'activity.emptyFilter')} />
      ) : (
        <EventTable
          caption={t('activity.caption')}
          events={withActorWords(t, page).items}
          about={(event) => <Subject event={event} />}
        />
      )}
      {page.items.length > 0 && (
        <Pages
          label={t('activity.filter')}
          summary={t('activity.shown', { count: page.items.length })}
          previous={before === undefined ? undefined : { href: hrefOf(), text: t('activity.newest') }}
          next={page.next === undefined ? undefined : { href: hrefOf(page.next), text: t('activity.older') }}
        />
      )}
    </>
  );
}
