import { EmptyState } from '#app/_ui/empty-state.tsx';
import type { PageOf } from '#lib/kernel/pages.ts';
import { translator } from '#lib/session/translator.ts';
import type { Customer } from '#lib/systemusers/customers/model.ts';
import { ListPages } from '../../_parts/list-pages.tsx';
import { ListSearch } from '../../_parts/list-search.tsx';
import { addressOf, type ListQuery } from '../../_parts/page-query.ts';
import { CustomerTable } from './customer-table.tsx';

/** A vendor's customers a page at a time, with a search when there are many. */
export async function CustomerList({
  caption,
  page,
  query: { query, after },
  at,
  withSystem,
}: {
  readonly caption: string;
  readonly page: PageOf<Customer>;
  readonly query: ListQuery;
  readonly at: { readonly path: string; readonly kept: Readonly<Record<string, string>> };
  readonly withSystem: boolean;
}) {
  const t = await translator('vendor');
  return (
    <>
      <ListSearch label={t('customers.search')} query={query} total={page.total} kept={at.kept} />
      {page.rows.length === 0 ? (
        <EmptyState text={t('customers.notFound')} />
      ) : (
        <CustomerTable caption={caption} customers={page.rows} withSystem={withSystem} />
      )}
      <ListPages
        page={page}
        after={after}
        hrefOf={(next) => addressOf(at.path, { ...at.kept, q: query, after: next })}
      />
    </>
  );
}
