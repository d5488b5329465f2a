import { EmptyState } from '#app/_ui/empty-state.tsx';
import type { Context } from '#lib/context/context.ts';
import type { RegisteredSystem } from '#lib/register/model.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { listCustomers } from '#lib/systemusers/list-customers.ts';
import { ask } from '../../../_parts/ask.ts';
import { CustomerTable } from '../../_parts/customer-table.tsx';

/** Whoever has a system user for the system. */
export async function Customers({ context, system }: { readonly context: Context; readonly system: RegisteredSystem }) {
  const t = await translator('vendor');
  const { vendorOrgNo, systemId, name } = system;
  const customers = await ask(listCustomers(context, { vendorOrgNo, systemId }));
  if (customers.length === 0) return <EmptyState text={t('systems.customersTab.empty')} />;
  const caption = t('systems.customersTab.caption', { system: name[await pageLanguage()] });
  return <CustomerTable caption={caption} customers={customers} withSystem={false} />;
}
