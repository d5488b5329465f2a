import type { Metadata } from 'next';
import { ButtonLink } from '#app/_ui/button-link.tsx';
import { DataTable } from '#app/_ui/data-table.tsx';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { Moment } from '#app/_ui/moment.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { readAccessLists } from '#lib/resources/access-lists/read-access-lists.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ask } from '../../_parts/ask.ts';
import { Outcome, one, type Query } from '../../_parts/outcome.tsx';
import { PageHeading } from '../../_parts/page-heading.tsx';
import { requireOwner } from '../_parts/require-owner.ts';

type Props = { readonly searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('owner'))('lists.title') };
}

export default async function AccessListsPage({ searchParams }: Props) {
  const { context, orgCode } = await requireOwner();
  const t = await translator('owner');
  const common = await translator('common');
  const language = await pageLanguage();
  const query = await searchParams;
  const { lists, next } = await ask(readAccessLists(context, { owner: orgCode, after: one(query, 'after') }));
  const add = <ButtonLink href="/owner/access-lists/new">{t('lists.new')}</ButtonLink>;
  return (
    <>
      <Outcome query={query} done={{ deleted: t('lists.doneDeleted') }} />
      <PageHeading title={t('lists.title')} lead={t('lists.lead')} size="md">
        {lists.length > 0 && add}
      </PageHeading>
      {lists.length === 0 ? (
        <EmptyState text={t('lists.empty')}>{add}</EmptyState>
      ) : (
        <DataTable
          caption={t('lists.title')}
          columns={[t('lists.list'), t('lists.id'), t('changed')]}
          rows={lists.map((list) => ({
            key: list.id,
            cells: [
              <TextLink key="name" href={`/owner/access-lists/${list.identifier}`}>
                {list.name}
              </TextLink>,
              <code key="id">{list.identifier}</code>,
              <Moment key="changed" at={list.updatedAt} language={language} />,
            ],
          }))}
        />
      )}
      {next && (
        <TextLink href={`/owner/access-lists?after=${encodeURIComponent(next)}`}>{common('pagination.next')}</TextLink>
      )}
    </>
  );
}
