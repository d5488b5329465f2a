import type { Metadata } from 'next';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import type { Activity } from '#lib/audit/list-activity.ts';
import { readOwnerActivity } from '#lib/parties/read-owner-activity.ts';
import { translator } from '#lib/session/translator.ts';
import { parsePlace, placeText } from '../../_parts/activity-place.ts';
import { ask } from '../../_parts/ask.ts';
import { EventTable } from '../../_parts/event-table.tsx';
import { one, type Query } from '../../_parts/outcome.tsx';
import { PageHeading } from '../../_parts/page-heading.tsx';
import { requireOwner } from '../_parts/require-owner.ts';

type Props = { readonly searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('owner'))('activity.title') };
}

export default async function OwnerActivityPage({ searchParams }: Props) {
  const { context, organisation } = await requireOwner();
  const t = await translator('owner');
  const before = parsePlace(one(await searchParams, 'before'));
  const { items, next, names } = await ask(readOwnerActivity(context, { orgNo: organisation.orgNo, before }));
  return (
    <>
      <PageHeading
        title={t('activity.title')}
        lead={t('activity.lead', { organisation: organisation.name })}
        size="md"
      />
      {items.length === 0 ? (
        <EmptyState text={t('activity.empty')} />
      ) : (
        <EventTable
          caption={t('activity.caption')}
          events={items}
          about={(event) => <Subject event={event} names={names} />}
        />
      )}
      {next !== undefined && (
        <p>
          <TextLink href={`/owner/activity?before=${placeText(next)}`}>{t('activity.older')}</TextLink>
        </p>
      )}
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
