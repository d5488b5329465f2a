import type { Metadata } from 'next';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import type { Activity } from '#lib/audit/list-activity.ts';
import { readOwnerActivity } from '#lib/parties/read-owner-activity.ts';
import { translator } from '#lib/session/translator.ts';
import { ask } from '../../_parts/ask.ts';
import { CsvLink } from '../../_parts/csv-link.tsx';
import { EventTable } from '../../_parts/event-table.tsx';
import { one, type Query } from '../../_parts/outcome.tsx';
import { PageHeading } from '../../_parts/page-heading.tsx';
import { TrailFilter } from '../../_parts/trail-filter.tsx';
import { TrailPages } from '../../_parts/trail-pages.tsx';
import { readTrailFilter, toTrailQuery, trailAddress } from '../../_parts/trail-query.ts';
import { requireOwner } from '../_parts/require-owner.ts';
import { KIND_NAMES, KINDS } from './kinds.ts';

type Props = { readonly searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('owner'))('activity.title') };
}

export default async function OwnerActivityPage({ searchParams }: Props) {
  const { context, organisation } = await requireOwner();
  const t = await translator('owner');
  const query = await searchParams;
  const filter = readTrailFilter(query, KINDS);
  const asked = toTrailQuery(filter, KINDS, one(query, 'before'));
  const page = await ask(readOwnerActivity(context, { ...asked, orgNo: organisation.orgNo }));
  const isNarrowed = trailAddress('', filter) !== '' || asked.before !== undefined;
  return (
    <>
      <PageHeading title={t('activity.title')} lead={t('activity.lead', { organisation: organisation.name })} size="md">
        {page.items.length > 0 && <CsvLink href={trailAddress('/owner/activity/csv', filter)} />}
      </PageHeading>
      <TrailFilter
        filter={filter}
        kinds={KIND_NAMES.map((name) => [name, t(`activity.kinds.${name}`)] as const)}
        aboutLabel={t('activity.about')}
      />
      {page.items.length === 0 ? (
        <EmptyState text={t(isNarrowed ? 'activity.notFound' : 'activity.empty')} />
      ) : (
        <EventTable
          caption={t('activity.caption')}
          events={page.items}
          about={(event) => <Subject event={event} names={page.names} />}
        />
      )}
      <TrailPages path="/owner/activity" filter={filter} page={page} isFirst={asked.before === undefined} />
    </>
  );
}

/** What an event was about, by its id, and the customer and vendor that it concerns beside the one who did it. */
function Subject({
  event: { subjectId, actorName, partyOrgNo, vendorOrgNo },
  names,
}: {
  readonly event: Activity;
  readonly names: ReadonlyMap<string, string>;
}) {
  const concerned = [partyOrgNo, vendorOrgNo].flatMap((orgNo) => (orgNo ? (names.get(orgNo) ?? orgNo) : []));
  return (
    <>
      <code className="text-sm break-all">{subjectId}</code>
      {concerned
        .filter((name) => name !== actorName)
        .map((name) => (
          <p key={name} className="text-sm text-text-subtle">
            <bdi>{name}</bdi>
          </p>
        ))}
    </>
  );
}
