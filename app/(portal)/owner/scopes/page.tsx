import type { Metadata } from 'next';
import { ButtonLink } from '#app/_ui/button-link.tsx';
import { DataTable } from '#app/_ui/data-table.tsx';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { StatusTag } from '#app/_ui/status-tag.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { scopeDescription } from '#lib/maskinporten/scopes/model.ts';
import { SCOPE_STATES, searchOwnScopes } from '#lib/maskinporten/scopes/search-own-scopes.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ask } from '../../_parts/ask.ts';
import { Choice } from '../../_parts/choice.tsx';
import { ListPages } from '../../_parts/list-pages.tsx';
import { ListSearch } from '../../_parts/list-search.tsx';
import { one, type Query } from '../../_parts/outcome.tsx';
import { PageHeading } from '../../_parts/page-heading.tsx';
import { addressOf, readPageQuery } from '../../_parts/page-query.ts';
import { requireOwner } from '../_parts/require-owner.ts';
import { scopeHref } from './_scope/scope-href.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('owner'))('scopes.title') };
}

export default async function ScopesPage({ searchParams }: { readonly searchParams: Promise<Query> }) {
  const { context } = await requireOwner();
  const t = await translator('owner');
  const language = await pageLanguage();
  const given = await searchParams;
  const { query, after } = readPageQuery(given);
  const state = SCOPE_STATES.find((each) => each === one(given, 'state'));
  const page = await ask(searchOwnScopes(context, { state, query, after }));
  const isNarrowed = query !== '' || state !== undefined;
  const isEmpty = page.total === 0 && !isNarrowed;
  const states = SCOPE_STATES.map((each) => [each, t(`scopes.states.${each}`)] as const);
  const add = <ButtonLink href="/owner/scopes/new">{t('scopes.new')}</ButtonLink>;
  return (
    <>
      <PageHeading title={t('scopes.title')} lead={t('scopes.lead')} size="md">
        {!isEmpty && add}
      </PageHeading>
      <ListSearch label={t('scopes.searchOwn')} query={query} total={page.total} narrowed={isNarrowed}>
        <Choice
          name="state"
          label={t('status')}
          chosen={state ?? ''}
          options={[['', t('scopes.allStates')], ...states]}
        />
      </ListSearch>
      {isEmpty && <EmptyState text={t('scopes.empty')}>{add}</EmptyState>}
      {!isEmpty && page.rows.length === 0 && <EmptyState text={t('scopes.notFoundOwn')} />}
      {page.rows.length > 0 && (
        <DataTable
          caption={t('scopes.title')}
          columns={[t('scopes.scope'), t('scopes.description'), t('scopes.access'), t('status')]}
          rows={page.rows.map(({ scope, approved, requested }) => ({
            key: scope.name,
            cells: [
              <TextLink key="name" href={scopeHref(scope.name)}>
                <code>{scope.name}</code>
              </TextLink>,
              scopeDescription(scope.details, language),
              <Access key="access" forAll={scope.accessibleForAll} given={approved} asked={requested} />,
              scope.active ? (
                <StatusTag key="status" status="active" label={t('scopes.active')} />
              ) : (
                <StatusTag key="status" status="withdrawn" label={t('scopes.inactive')} />
              ),
            ],
          }))}
        />
      )}
      <ListPages
        page={page}
        after={after}
        hrefOf={(next) => addressOf('/owner/scopes', { state, q: query, after: next })}
      />
    </>
  );
}

async function Access({
  forAll,
  given,
  asked,
}: {
  readonly forAll: boolean;
  readonly given: number;
  readonly asked: number;
}) {
  const t = await translator('owner');
  return (
    <div className="flex flex-col items-start gap-1">
      <span>{forAll ? t('scopes.everybody') : t('scopes.given', { count: given })}</span>
      {asked > 0 && <StatusTag status="waiting" label={t('scopes.asked', { count: asked })} />}
    </div>
  );
}
