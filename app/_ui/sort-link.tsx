import { TableHeaderCell } from './ds.ts';
import { PageLink } from './page-link.tsx';

/** The way a list is ordered: by which column, and which end first. */
export type Sorting<Column extends string> = { readonly by: Column; readonly descending: boolean };

/** Reads `?sort=column` or `?sort=-column`; anything else is the list's own order. */
export function readSorting<Column extends string>(
  value: unknown,
  columns: readonly Column[],
  otherwise: Sorting<Column>,
): Sorting<Column> {
  const text = typeof value === 'string' ? value : '';
  const by = columns.find((column) => column === text.replace(/^-/, ''));
  return by === undefined ? otherwise : { by, descending: text.startsWith('-') };
}

/** The head of a column whose name orders the list by it, and turns the order when it does already. */
export function SortableHeader<Column extends string>({
  column,
  text,
  sorting,
  query,
}: {
  readonly column: Column;
  readonly text: string;
  readonly sorting: Sorting<Column>;
  /** What else the address must keep. */
  readonly query: Readonly<Record<string, string>>;
}) {
  const isCurrent = sorting.by === column;
  const next = isCurrent && !sorting.descending ? `-${column}` : column;
  return (
    <TableHeaderCell scope="col" aria-sort={isCurrent ? (sorting.descending ? 'descending' : 'ascending') : 'none'}>
      <PageLink
        href={`?${new URLSearchParams({ ...query, sort: next })}`}
        className="focus-ring flex min-h-11 items-center gap-1 px-3 underline-offset-4 hover:underline"
        scroll={false}
      >
        {text}
        <span aria-hidden="true">{isCurrent ? (sorting.descending ? '↓' : '↑') : '↕'}</span>
      </PageLink>
    </TableHeaderCell>
  );
}
