import { SearchForm } from '#app/_ui/search-form.tsx';
import { ROWS_PER_PAGE } from '#lib/kernel/pages.ts';
import { translator } from '#lib/session/translator.ts';

/**
 * A search field above a list that is longer than a page, or that was searched already; with `shown`, for a list that has
 * no further pages, it says how much of it there is.
 */
export async function ListSearch({
  label,
  query,
  total,
  shown = total,
  kept = {},
}: {
  readonly label: string;
  readonly query: string;
  readonly total: number;
  readonly shown?: number;
  /** What else the address must keep. */
  readonly kept?: Readonly<Record<string, string | readonly string[]>>;
}) {
  if (total <= ROWS_PER_PAGE && query === '') return null;
  const t = await translator('common');
  return (
    <>
      <SearchForm label={label} button={t('actions.search')} query={query} hidden={kept} />
      {shown < total && <p className="text-text-subtle">{t('pagination.more', { shown, total })}</p>}
    </>
  );
}
