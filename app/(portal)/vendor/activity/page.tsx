import type { Metadata } from 'next';
import { ButtonLink } from '#app/_ui/button-link.tsx';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { Pages } from '#app/_ui/pages.tsx';
import type { ActivityPlace } from '#lib/audit/list-activity.ts';
import { listVendorActivity, type VendorEvent } from '#lib/requests/overview/list-vendor-activity.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { translator } from '#lib/session/translator.ts';
import { parsePlace, placeText } from '../../_parts/activity-place.ts';
import { ask } from '../../_parts/ask.ts';
import { EventTable } from '../../_parts/event-table.tsx';
import { PageHeading } from '../../_parts/page-heading.tsx';
import { one, type Query } from '../_parts/query.ts';
import { TabLinks } from '../_parts/tab-links.tsx';
import { Subject } from './subject.tsx';

const KINDS = {
  all: [],
  agreement: ['agreement.'],
  client: ['client.', 'client-keys.', 'scope-access.'],
  system: ['system.'],
  request: ['request.', 'change-request.'],
  systemuser: ['systemuser.'],
  token: ['token.'],
  webhook: ['webhook.'],
} as const;
type Kind = keyof typeof KINDS;
const NAMES = Object.keys(KINDS) as readonly Kind[];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('vendor'))('activity.title') };
}

export default async function ActivityPage({ searchParams }: { readonly searchParams: Query }) {
  const { context, organisation } = await requireParty();
  const t = await translator('vendor');
  const webhooks = await translator('webhooks');
  const query = await searchParams;
  const kind = NAMES.find((name) => name === query.kind) ?? 'all';
  const before = parsePlace(one(query.before));
  const { orgNo } = organisation;
  const page = await ask(listVendorActivity(context, { orgNo, prefixes: KINDS[kind], before }));
  const actorOf = ({ actorKind, actorName }: VendorEvent) => {
    if (actorKind === 'system' || actorKind === 'anonymous') return t(`activity.actor.${actorKind}`);
    return actorName || t('activity.actor.customer');
  };
  const hrefOf = (next?: ActivityPlace) => {
    const params = new URLSearchParams({
      ...(kind === 'all' ? {} : { kind }),
      ...(next ? { before: placeText(next) } : {}),
    });
    return params.size === 0 ? '/vendor/activity' : `/vendor/activity?${params}`;
  };
  return (
    <>
      <PageHeading size="md" title={t('activity.title')} lead={t('activity.lead', { organisation: organisation.name })}>
        <ButtonLink href="/vendor/activity/webhooks" variant="secondary">
          {webhooks('link')}
        </ButtonLink>
      </PageHeading>
      <TabLinks
        label={t('activity.filterLabel')}
        current={kind}
        items={NAMES.map((id) => ({
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
          events={page.items.map((event) => ({ ...event, actorName: actorOf(event) }))}
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
