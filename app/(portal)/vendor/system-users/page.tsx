import type { Metadata } from 'next';
import { ButtonLink } from '#app/_ui/button-link.tsx';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { countMissing } from '#lib/requests/bulk/count-missing.ts';
import { listCustomersToAsk } from '#lib/requests/bulk/list-customers-to-ask.ts';
import { readChangeJob } from '#lib/requests/bulk/read-change-job.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { texts, translator } from '#lib/session/translator.ts';
import { countCustomers, listCustomers } from '#lib/systemusers/customers/list-customers.ts';
import { ask } from '../../_parts/ask.ts';
import { CsvLink } from '../../_parts/csv-link.tsx';
import { PageHeading } from '../../_parts/page-heading.tsx';
import { addressOf, readPageQuery } from '../../_parts/page-query.ts';
import { CustomerList } from '../_parts/customer-list.tsx';
import { DoneNotice } from '../_parts/done-notice.tsx';
import type { Query } from '../_parts/query.ts';
import { TabLinks } from '../_parts/tab-links.tsx';
import { AskingJob } from './_asking/asking-job.tsx';
import { MissingList } from './_asking/missing-list.tsx';

const PATH = '/vendor/system-users';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('vendor'))('customers.title') };
}

export default async function CustomersPage({ searchParams }: { readonly searchParams: Query }) {
  const { context, organisation } = await requireParty();
  const t = await translator('vendor');
  const given = await searchParams;
  const query = readPageQuery(given);
  const vendor = { vendorOrgNo: organisation.orgNo };
  const total = await ask(countCustomers(context, vendor));
  const job = await ask(readChangeJob(context, vendor));
  const toAsk = given.show === 'missing' ? await ask(listCustomersToAsk(context, { ...vendor, ...query })) : undefined;
  const missing = toAsk?.missing.all ?? (await ask(countMissing(context, vendor)));
  return (
    <>
      <DoneNotice done={given.done} words={(await texts('vendor')).customers.asking.done} />
      <PageHeading size="md" title={t('customers.title')} lead={t('customers.lead')}>
        <div className="flex flex-wrap gap-3">
          <ButtonLink href="/vendor/system-users/delegations" variant="secondary">
            {(await translator('delegations'))('received.title')}
          </ButtonLink>
          {total > 0 && !toAsk && <CsvLink href={addressOf(`${PATH}/csv`, { q: query.query })} />}
        </div>
      </PageHeading>
      {job && <AskingJob job={job} />}
      {total === 0 ? (
        <EmptyState text={t('customers.empty')} />
      ) : (
        <>
          <TabLinks
            label={t('customers.filter')}
            current={toAsk ? 'missing' : 'all'}
            items={[
              { id: 'all', href: PATH, text: t('customers.all', { count: total }) },
              { id: 'missing', href: `${PATH}?show=missing`, text: t('customers.showMissing', { count: missing }) },
            ]}
          />
          {toAsk ? (
            <MissingList context={context} vendorOrgNo={organisation.orgNo} page={toAsk} query={query} />
          ) : (
            <CustomerList
              caption={t('customers.caption')}
              page={await ask(listCustomers(context, { ...vendor, ...query }))}
              query={query}
              at={{ path: PATH, kept: {} }}
              withSystem
            />
          )}
        </>
      )}
    </>
  );
}
