import type { ReactNode } from 'react';
import { Heading } from '#app/_ui/ds.ts';
import type { PageOf } from '#lib/kernel/pages.ts';
import type { ClientList } from '#lib/requests/overview/read-clients-tab.ts';
import { ListPages } from '../../../../../_parts/list-pages.tsx';

/** A page of one of the lists, and the way to its others. */
export type Listed<Row> = {
  readonly page: PageOf<Row>;
  readonly after: string | undefined;
  readonly hrefOf: (after?: string) => string;
};

/** A list under its heading, with the way to its next page. */
export function ListSection({
  id,
  title,
  list: { page, after, hrefOf },
  children,
}: {
  readonly id: ClientList;
  readonly title: string;
  readonly list: Listed<unknown>;
  readonly children: ReactNode;
}) {
  return (
    <section className="flex flex-col gap-4">
      <Heading level={2} data-size="xs" id={id}>
        {title}
      </Heading>
      {children}
      <ListPages page={page} after={after} hrefOf={hrefOf} of={title} />
    </section>
  );
}
