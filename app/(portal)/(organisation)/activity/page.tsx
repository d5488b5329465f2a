import type { Metadata } from 'next';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { LinkTabs } from '#app/_ui/link-tabs.tsx';
import { Pages } from '#app/_ui/pages.tsx';
import type { ActivityPlace } from '#lib/audit/list-activity.ts';
import { listOwnActivity } from '#lib/requests/overview/list-own-activity.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { translator } from '#lib/session/translator.ts';
import { parsePlace, placeText } from '../../_parts/activity-place.ts';
import { ask } from '../../_parts/ask.ts';
import { CsvLink } from '../../_parts/csv-link.tsx';
import { EventTable } from '../../_parts/event-table.tsx';
import { PageHeading } from '../../_parts/page-heading.tsx';
import { ACTIVITY_KINDS, activityKind, KINDS } from './read-filter.ts';
import { Subject } from './subject.tsx';

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('activity'))('title') };
}

/** Everything that has happened for the organisation, newest first. */
export default async function ActivityPage({ searchParams }: Props) {
  const { context, organisation } = await requireParty();
  const t = await translator('activity');
  const given = await searchParams;
  const kind = activityKind(given.kind);
  const before = parsePlace(given.before);
  const { orgNo } = organisation;
  const { items, next, names: others } = await ask(listOwnActivity(context, { orgNo, prefixes: KINDS[kind], before }));
  const names = { organisation: organisation.name };
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead', names)}>
        {items.length > 0 && <CsvLink href={address('/activity/csv', kind)} />}
      </PageHeading>
      <LinkTabs
        label={t('filter')}
        tabs={ACTIVITY_KINDS.map((each) => ({
          href: address('/activity', each),
          text: t(`kinds.${each}`),
          current: each === kind,
        }))}
      />
      {items.length === 0 ? (
        <EmptyState text={kind === 'all' && before === undefined ? t('empty') : t('emptyKind')} />
      ) : (
        <EventTable
          caption={t('caption', names)}
          events={items}
          about={(event) => <Subject event={event} names={others} />}
        />
      )}
      {(next !== undefined || before !== undefined) && (
        <Pages
          label={t('pages')}
          summary={t('showing', { count: items.length })}
          previous={before === undefined ? undefined : { href: address('/activity', kind), text: t('newest') }}
          next={next === undefined ? undefined : { href: address('/activity', kind, next), text: t('older') }}
        />
      )}
    </>
  );
}

function address(path: string, kind: string, before?: ActivityPlace): string {
  const query = new URLSearchParams({
    ...(kind === 'all' ? {} : { kind }),
    ...(before === undefined ? {} : { before: placeText(before) }),
  });
  return query.size === 0 ? path : `${path}?${query}`;
}
