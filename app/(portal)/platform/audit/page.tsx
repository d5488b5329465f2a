import type { Metadata } from 'next';
import { Button, Field, Label, Select, SelectOption, Textfield } from '#app/_ui/ds.ts';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { Pages } from '#app/_ui/pages.tsx';
import { listAudit } from '#lib/onboarding/list-audit.ts';
import { translator } from '#lib/session/translator.ts';
import { parsePlace, placeText } from '../../_parts/activity-place.ts';
import { ask } from '../../_parts/ask.ts';
import { EventTable } from '../../_parts/event-table.tsx';
import { one, type Query } from '../../_parts/outcome.tsx';
import { PageHeading } from '../../_parts/page-heading.tsx';
import { addressOf } from '../../_parts/page-query.ts';
import { requireOperator } from '../_parts/require-operator.ts';
import { Concerned } from './concerned.tsx';
import { KIND_NAMES, KINDS, type Kind } from './kinds.ts';
import { Subject } from './subject.tsx';

const PARTY_MAX_CHARACTERS = 100;

type Props = { readonly searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('platform'))('audit.title') };
}

export default async function AuditPage({ searchParams }: Props) {
  const { context } = await requireOperator();
  const t = await translator('platform');
  const activity = await translator('activity');
  const query = await searchParams;
  const party = (one(query, 'party') ?? '').slice(0, PARTY_MAX_CHARACTERS).trim();
  const kind = KIND_NAMES.find((name) => name === one(query, 'kind')) ?? 'all';
  const before = parsePlace(one(query, 'before'));
  const { items, next, names } = await ask(listAudit(context, { party, prefixes: KINDS[kind], before }));
  const hrefOf = (place?: string) =>
    addressOf('/platform/audit', { party, kind: kind === 'all' ? '' : kind, before: place });
  return (
    <>
      <PageHeading title={t('audit.title')} lead={t('audit.lead')} size="md" />
      <Filter party={party} kind={kind} />
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
      {(next !== undefined || before !== undefined) && (
        <Pages
          label={activity('pages')}
          summary={activity('showing', { count: items.length })}
          previous={before === undefined ? undefined : { href: hrefOf(), text: activity('newest') }}
          next={next === undefined ? undefined : { href: hrefOf(placeText(next)), text: activity('older') }}
        />
      )}
    </>
  );
}

/** A plain GET form, so that what is shown has an address. */
async function Filter({ party, kind }: { readonly party: string; readonly kind: Kind }) {
  const t = await translator('platform');
  return (
    <search>
      <form method="get" className="flex flex-wrap items-end gap-4">
        <Textfield
          id="party"
          name="party"
          label={t('audit.party')}
          defaultValue={party}
          autoComplete="off"
          maxLength={PARTY_MAX_CHARACTERS}
          className="w-full max-w-[20rem]"
        />
        <Field className="w-full max-w-[20rem]">
          <Label htmlFor="kind">{t('audit.kind')}</Label>
          <Select id="kind" name="kind" defaultValue={kind}>
            {KIND_NAMES.map((name) => (
              <SelectOption key={name} value={name}>
                {t(`audit.kinds.${name}`)}
              </SelectOption>
            ))}
          </Select>
        </Field>
        <Button type="submit" variant="secondary">
          {t('audit.filter')}
        </Button>
      </form>
    </search>
  );
}
