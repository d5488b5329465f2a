import type { Metadata } from 'next';
import { Button, Textfield } from '#app/_ui/ds.ts';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { parseOrgNo } from '#lib/kernel/brands.ts';
import { listAudit } from '#lib/onboarding/list-audit.ts';
import { translator } from '#lib/session/translator.ts';
import { ask } from '../../_parts/ask.ts';
import { EventTable } from '../../_parts/event-table.tsx';
import { one, type Query } from '../../_parts/outcome.tsx';
import { PageHeading } from '../../_parts/page-heading.tsx';
import { requireOperator } from '../_parts/require-operator.ts';

type Props = { readonly searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('platform'))('audit.title') };
}

export default async function AuditPage({ searchParams }: Props) {
  const { context } = await requireOperator();
  const t = await translator('platform');
  const query = await searchParams;
  const sought = { orgNo: one(query, 'orgNo') ?? '', action: one(query, 'action') ?? '' };
  const orgNo = sought.orgNo === '' ? undefined : (parseOrgNo(sought.orgNo.replace(/\s/g, '')) ?? 'none');
  const text = one(query, 'before') ?? '';
  const before = /^\d{1,12}$/.test(text) ? Number(text) : undefined;
  const { items, next } = await ask(listAudit(context, { orgNo, action: sought.action, before }));
  return (
    <>
      <PageHeading title={t('audit.title')} lead={t('audit.lead')} size="md" />
      <search>
        <form method="get" className="flex flex-wrap items-end gap-4">
          <Textfield
            id="orgNo"
            name="orgNo"
            label={t('audit.orgNo')}
            defaultValue={sought.orgNo}
            inputMode="numeric"
            autoComplete="off"
            maxLength={20}
          />
          <Textfield
            id="action"
            name="action"
            label={t('audit.action')}
            defaultValue={sought.action}
            autoComplete="off"
            maxLength={50}
          />
          <Button type="submit" variant="secondary">
            {t('audit.filter')}
          </Button>
        </form>
      </search>
      {items.length === 0 ? (
        <EmptyState text={t('audit.empty')} />
      ) : (
        <EventTable caption={t('audit.title')} events={items} />
      )}
      {next !== undefined && (
        <p>
          <TextLink href={`/platform/audit?${new URLSearchParams({ ...sought, before: String(next) })}`}>
            {t('audit.older')}
          </TextLink>
        </p>
      )}
    </>
  );
}
