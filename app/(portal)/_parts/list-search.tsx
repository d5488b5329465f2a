import type { ReactNode } from 'react';
import { SearchForm } from '#app/_ui/search-form.tsx';
import { ROWS_PER_PAGE } from '#lib/kernel/pages.ts';
import { translator } from '#lib/session/translator.ts';

/**
 * A search field above a list that is longer than a page, or that was narrowed already; with `shown`, for a list that has
 * no further pages, it says how much of it there is.
 */
export async function ListSearch({
  label,
  query,
  total,
  shown = total,
  kept = {},
  narrowed = query !== '',
  children,
}: {
  readonly label: string;
  readonly query: string;
  readonly total: number;
  readonly shown?: number;
  /** What else the address must keep. */
  readonly kept?: Readonly<Record<string, string | readonly string[]>>;
  /** Whether the list is only a part already, by words or by what was chosen in `children`. */
  readonly narrowed?: boolean;
  readonly children?: ReactNode;
}) {
  if (total <= ROWS_PER_PAGE && !narrowed) return null;
  const t = await translator('common');
  return (
    <>
      <SearchForm label={label} button={t('actions.search')} query={query} hidden={kept}>
        {children}
      </SearchForm>
      {shown < total && <p className="text-text-subtle">{t('pagination.more', { shown, total })}</p>}
    </>
  );
}
