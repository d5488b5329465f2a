import type { Metadata } from 'next';
import { DataTable } from '#app/_ui/data-table.tsx';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { SearchForm } from '#app/_ui/search-form.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { codeOf, textIn } from '#lib/resources/access-packages/model.ts';
import { listCatalogue } from '#lib/resources/list-catalogue.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { one, type Query } from '../../_parts/outcome.tsx';
import { PageHeading } from '../../_parts/page-heading.tsx';
import { requireOperator } from '../_parts/require-operator.ts';

type Props = { readonly searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('platform'))('packages.title') };
}

export default async function PackagesPage({ searchParams }: Props) {
  const { context } = await requireOperator();
  const t = await translator('platform');
  const language = await pageLanguage();
  const query = one(await searchParams, 'q') ?? '';
  const sought = query.trim().toLowerCase();
  const shown = (await listCatalogue(context)).filter(({ accessPackage: { urn, name } }) =>
    [urn, ...Object.values(name)].some((text) => text.toLowerCase().includes(sought)),
  );
  return (
    <>
      <PageHeading title={t('packages.title')} lead={t('packages.lead')} size="md" />
      <SearchForm label={t('packages.search')} button={t('packages.searchButton')} query={query} />
      {shown.length === 0 ? (
        <EmptyState text={t('packages.empty')} />
      ) : (
        <DataTable
          caption={t('packages.title')}
          columns={[
            t('packages.package'),
            t('packages.area'),
            t('packages.assignable'),
            t('packages.delegable'),
            t('packages.roles'),
          ]}
          rows={shown.map(({ accessPackage, roles }) => ({
            key: accessPackage.urn,
            cells: [
              <TextLink key="name" href={`/platform/packages/${encodeURIComponent(codeOf(accessPackage.urn))}`}>
                {textIn(accessPackage.name, language)}
              </TextLink>,
              textIn(accessPackage.area.name, language),
              accessPackage.isAssignable ? t('packages.yes') : t('packages.no'),
              accessPackage.isDelegable ? t('packages.yes') : t('packages.no'),
              roles.join(', ') || '–',
            ],
          }))}
        />
      )}
    </>
  );
}
