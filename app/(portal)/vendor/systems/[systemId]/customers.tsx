import { EmptyState } from '#app/_ui/empty-state.tsx';
import type { Context } from '#lib/context/context.ts';
import type { RegisteredSystem } from '#lib/register/model.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { listCustomers } from '#lib/systemusers/customers/list-customers.ts';
import { ask } from '../../../_parts/ask.ts';
import type { ListQuery } from '../../../_parts/page-query.ts';
import { CustomerList } from '../../_parts/customer-list.tsx';
import { pathOf } from '../read-one.ts';

/** Whoever has a system user for the system. */
export async function Customers({
  context,
  system: { vendorOrgNo, internalId, systemId, name },
  query,
}: {
  readonly context: Context;
  readonly system: RegisteredSystem;
  readonly query: ListQuery;
}) {
  const t = await translator('vendor');
  const page = await ask(listCustomers(context, { vendorOrgNo, systemInternalIds: [internalId], ...query }));
  if (page.total === 0 && query.query === '') return <EmptyState text={t('systems.customersTab.empty')} />;
  return (
    <CustomerList
      caption={t('systems.customersTab.caption', { system: name[await pageLanguage()] })}
      page={page}
      query={query}
      at={{ path: pathOf(systemId), kept: { tab: 'customers' } }}
      withSystem={false}
    />
  );
}
