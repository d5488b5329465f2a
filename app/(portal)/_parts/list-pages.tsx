import { Pages } from '#app/_ui/pages.tsx';
import type { PageOf } from '#lib/kernel/pages.ts';
import { translator } from '#lib/session/translator.ts';

/** The way on through a long list, and back to its beginning; nothing when one page holds it all. */
export async function ListPages({
  page: { rows, total, next },
  after,
  hrefOf,
  of,
}: {
  readonly page: PageOf<unknown>;
  readonly after: string | undefined;
  /** The address of the page that begins after a row; of the first one without it. */
  readonly hrefOf: (after?: string) => string;
  /** What the list is of, where a page has several. */
  readonly of?: string;
}) {
  const t = await translator('common');
  if (next === undefined && after === undefined) return null;
  return (
    <Pages
      label={of === undefined ? t('pagination.label') : `${t('pagination.label')}: ${of}`}
      summary={t('pagination.summary', { shown: rows.length, total })}
      previous={after === undefined ? undefined : { href: hrefOf(), text: t('pagination.first') }}
      next={next === undefined ? undefined : { href: hrefOf(next), text: t('pagination.next') }}
    />
  );
}
