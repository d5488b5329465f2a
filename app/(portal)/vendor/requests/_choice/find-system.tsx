import type { PageOf } from '#lib/kernel/pages.ts';
import type { RegisteredSystem } from '#lib/register/model.ts';
import { translator } from '#lib/session/translator.ts';
import { ListSearch } from '../../../_parts/list-search.tsx';

/** A search above the choice of a system, for vendors with many. */
export async function FindSystem({
  systems,
  query,
  kind,
}: {
  readonly systems: PageOf<RegisteredSystem>;
  readonly query: string;
  readonly kind: 'standard' | 'agent';
}) {
  const t = await translator('vendor');
  return (
    <>
      <ListSearch
        label={t('requests.form.findSystem')}
        query={query}
        total={systems.total}
        shown={systems.rows.length}
        kept={{ kind }}
      />
      {systems.rows.length === 0 && <p>{t('systems.notFound')}</p>}
    </>
  );
}
