import type { Metadata } from 'next';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { listCustomersToAsk } from '#lib/requests/bulk/list-customers-to-ask.ts';
import { readChangeJob } from '#lib/requests/bulk/read-change-job.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { texts, translator } from '#lib/session/translator.ts';
import { ask } from '../../_parts/ask.ts';
import { PageHeading } from '../../_parts/page-heading.tsx';
import { CustomerTable } from '../_parts/customer-table.tsx';
import { DoneNotice } from '../_parts/done-notice.tsx';
import { one, type Query } from '../_parts/query.ts';
import { TabLinks } from '../_parts/tab-links.tsx';
import { AskingJob } from './_asking/asking-job.tsx';
import { MissingList } from './_asking/missing-list.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('vendor'))('customers.title') };
}

export default async function CustomersPage({ searchParams }: { readonly searchParams: Query }) {
  const { context, organisation } = await requireParty();
  const t = await translator('vendor');
  const given = await searchParams;
  const vendor = { vendorOrgNo: organisation.orgNo };
  const rows = await ask(listCustomersToAsk(context, vendor));
  const job = await ask(readChangeJob(context, vendor));
  const missing = rows.filter(({ customer }) => customer.missing > 0);
  const tab = given.show === 'missing' ? 'missing' : 'all';
  return (
    <>
      <DoneNotice done={given.done} words={(await texts('vendor')).customers.asking.done} />
      <PageHeading size="md" title={t('customers.title')} lead={t('customers.lead')} />
      {job && <AskingJob job={job} />}
      {rows.length > 0 && (
        <TabLinks
          label={t('customers.filter')}
          current={tab}
          items={[
            { id: 'all', href: '/vendor/system-users', text: t('customers.all', { count: String(rows.length) }) },
            {
              id: 'missing',
              href: '/vendor/system-users?show=missing',
              text: t('customers.showMissing', { count: String(missing.length) }),
            },
          ]}
        />
      )}
      {rows.length === 0 && <EmptyState text={t('customers.empty')} />}
      {tab === 'all' && rows.length > 0 && (
        <CustomerTable caption={t('customers.caption')} customers={rows.map(({ customer }) => customer)} withSystem />
      )}
      {tab === 'missing' && rows.length > 0 && (
        <MissingList context={context} vendorOrgNo={organisation.orgNo} missing={missing} query={one(given.q)} />
      )}
    </>
  );
}
