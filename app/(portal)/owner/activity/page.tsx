import type { Metadata } from 'next';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { readActivity } from '#lib/parties/read-activity.ts';
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
  const { items, next } = await ask(readActivity(context, { side: 'owner', orgNo: organisation.orgNo, before }));
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
        <EventTable caption={t('activity.caption')} events={items} />
      )}
      {next !== undefined && (
        <p>
          <TextLink href={`/owner/activity?before=${placeText(next)}`}>{t('activity.older')}</TextLink>
        </p>
      )}
    </>
  );
}
