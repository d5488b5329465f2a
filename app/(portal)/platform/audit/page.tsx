import type { Metadata } from 'next';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { listAudit } from '#lib/onboarding/list-audit.ts';
import { translator } from '#lib/session/translator.ts';
import { ask } from '../../_parts/ask.ts';
import { CsvLink } from '../../_parts/csv-link.tsx';
import { EventTable } from '../../_parts/event-table.tsx';
import { one, type Query } from '../../_parts/outcome.tsx';
import { PageHeading } from '../../_parts/page-heading.tsx';
import { TrailFilter } from '../../_parts/trail-filter.tsx';
import { TrailPages } from '../../_parts/trail-pages.tsx';
import { readTrailFilter, toTrailQuery, trailAddress } from '../../_parts/trail-query.ts';
import { requireOperator } from '../_parts/require-operator.ts';
import { Concerned } from './concerned.tsx';
import { KIND_NAMES, KINDS } from './kinds.ts';
import { Subject } from './subject.tsx';

type Props = { readonly searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('platform'))('audit.title') };
}

export default async function AuditPage({ searchParams }: Props) {
  const { context } = await requireOperator();
  const t = await translator('platform');
  const query = await searchParams;
  const filter = readTrailFilter(query, KINDS);
  const asked = toTrailQuery(filter, KINDS, one(query, 'before'));
  const page = await ask(listAudit(context, asked));
  const { items, names } = page;
  return (
    <>
      <PageHeading title={t('audit.title')} lead={t('audit.lead')} size="md">
        {items.length > 0 && <CsvLink href={trailAddress('/platform/audit/csv', filter)} />}
      </PageHeading>
      <TrailFilter
        filter={filter}
        kinds={KIND_NAMES.map((name) => [name, t(`audit.kinds.${name}`)] as const)}
        aboutLabel={t('audit.about')}
      />
      {items.length === 0 ? (
        <EmptyState text={t('audit.empty')} />
      ) : (
        <EventTable
          caption={t('audit.title')}
          events={items}
          about={(event) => <Subject event={event} names={names} />}
          concerned={{ column: t('audit.concerned'), cell: (event) => <Concerned event={event} names={names} /> }}
        />
      )}
      <TrailPages path="/platform/audit" filter={filter} page={page} isFirst={asked.before === undefined} />
    </>
  );
}
