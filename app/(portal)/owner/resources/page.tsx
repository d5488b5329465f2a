import type { Metadata } from 'next';
import { ButtonLink } from '#app/_ui/button-link.tsx';
import { DataTable } from '#app/_ui/data-table.tsx';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { StatusTag } from '#app/_ui/status-tag.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { textIn } from '#lib/resources/access-packages/model.ts';
import { pageOwnResources, RULE_STATES } from '#lib/resources/page-own-resources.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ask } from '../../_parts/ask.ts';
import { Choice } from '../../_parts/choice.tsx';
import { ListPages } from '../../_parts/list-pages.tsx';
import { ListSearch } from '../../_parts/list-search.tsx';
import { one, type Query } from '../../_parts/outcome.tsx';
import { PageHeading } from '../../_parts/page-heading.tsx';
import { addressOf, readPageQuery } from '../../_parts/page-query.ts';
import { requireOwner } from '../_parts/require-owner.ts';
import { resourceHref } from './_resource/resource-href.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('owner'))('resources.title') };
}

export default async function ResourcesPage({ searchParams }: { readonly searchParams: Promise<Query> }) {
  const { context, organisation } = await requireOwner();
  const t = await translator('owner');
  const language = await pageLanguage();
  const given = await searchParams;
  const { query, after } = readPageQuery(given);
  const rules = RULE_STATES.find((state) => state === one(given, 'rules'));
  const page = await ask(pageOwnResources(context, { ownerOrgNo: organisation.orgNo, rules, query, after }));
  const isNarrowed = query !== '' || rules !== undefined;
  const isEmpty = page.total === 0 && !isNarrowed;
  const states = RULE_STATES.map((state) => [state, t(`resources.rulesOf.${state}`)] as const);
  const add = <ButtonLink href="/owner/resources/new">{t('resources.new')}</ButtonLink>;
  return (
    <>
      <PageHeading title={t('resources.title')} lead={t('resources.lead')} size="md">
        {!isEmpty && add}
      </PageHeading>
      <ListSearch label={t('resources.search')} query={query} total={page.total} narrowed={isNarrowed}>
        <Choice
          name="rules"
          label={t('resources.rules')}
          chosen={rules ?? ''}
          options={[['', t('resources.allRules')], ...states]}
        />
      </ListSearch>
      {isEmpty && <EmptyState text={t('resources.empty')}>{add}</EmptyState>}
      {!isEmpty && page.rows.length === 0 && <EmptyState text={t('resources.notFound')} />}
      {page.rows.length > 0 && (
        <DataTable
          caption={t('resources.title')}
          columns={[t('resources.resource'), t('resources.id'), t('resources.type'), t('resources.rules')]}
          rows={page.rows.map(({ resource, rules }) => ({
            key: resource.identifier,
            cells: [
              <TextLink key="title" href={resourceHref(resource.identifier)}>
                {textIn(resource.title, language)}
              </TextLink>,
              <code key="id" className="break-all">
                {resource.identifier}
              </code>,
              t(`resources.types.${resource.resourceType}`),
              rules === 'missing' ? (
                <StatusTag key="rules" status="expiring" label={t('resources.rulesOf.missing')} />
              ) : (
                t(`resources.rulesOf.${rules}`)
              ),
            ],
          }))}
        />
      )}
      <ListPages
        page={page}
        after={after}
        hrefOf={(next) => addressOf('/owner/resources', { rules, q: query, after: next })}
      />
    </>
  );
}
