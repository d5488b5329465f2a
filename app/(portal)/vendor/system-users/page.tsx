import type { Metadata } from 'next';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { requireParty } from '#lib/session/page-context.ts';
import { translator } from '#lib/session/translator.ts';
import { listCustomers } from '#lib/systemusers/list-customers.ts';
import { ask } from '../../_parts/ask.ts';
import { PageHeading } from '../../_parts/page-heading.tsx';
import { CustomerTable } from '../_parts/customer-table.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('vendor'))('customers.title') };
}

export default async function CustomersPage() {
  const { context, organisation } = await requireParty();
  const t = await translator('vendor');
  const customers = await ask(listCustomers(context, { vendorOrgNo: organisation.orgNo }));
  return (
    <>
      <PageHeading size="md" title={t('customers.title')} lead={t('customers.lead')} />
      {customers.length === 0 ? (
        <EmptyState text={t('customers.empty')} />
      ) : (
        <CustomerTable caption={t('customers.caption')} customers={customers} withSystem />
      )}
    </>
  );
}
