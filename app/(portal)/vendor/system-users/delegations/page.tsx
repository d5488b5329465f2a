import type { Metadata } from 'next';
import { DataTable } from '#app/_ui/data-table.tsx';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { Moment } from '#app/_ui/moment.tsx';
import { OrgNo } from '#app/_ui/org-no.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { listReceivedApis } from '#lib/maskinporten/delegations/list-api-delegations.ts';
import { scopeDescription } from '#lib/maskinporten/scopes/model.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { apiTitle } from '../../../_parts/api-words.ts';
import { ask } from '../../../_parts/ask.ts';
import { Crumbs } from '../../../_parts/crumbs.tsx';
import { ListPages } from '../../../_parts/list-pages.tsx';
import { ListSearch } from '../../../_parts/list-search.tsx';
import { PageHeading } from '../../../_parts/page-heading.tsx';
import { addressOf, readPageQuery } from '../../../_parts/page-query.ts';
import type { Query } from '../../_parts/query.ts';

const PATH = '/vendor/system-users/delegations';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('delegations'))('received.title') };
}

/** The APIs that customers let the supplier use, by the customer's name. */
export default async function ReceivedDelegationsPage({ searchParams }: { readonly searchParams: Query }) {
  const { context, organisation } = await requireParty();
  const t = await translator('delegations');
  const vendor = await translator('vendor');
  const language = await pageLanguage();
  const { query, after } = readPageQuery(await searchParams);
  const page = await ask(listReceivedApis(context, { supplierOrgNo: organisation.orgNo, query, after }));
  const names = { organisation: organisation.name };
  return (
    <>
      <Crumbs links={[{ href: '/vendor/system-users', text: vendor('customers.title') }]} />
      <PageHeading size="md" title={t('received.title')} lead={t('received.lead', names)} />
      <p className="max-w-[42rem]">
        {t('received.how')} <TextLink href="/vendor/clients">{t('received.toClients')}</TextLink>
      </p>
      <ListSearch label={t('received.search')} query={query} total={page.total} />
      {page.rows.length === 0 ? (
        <EmptyState text={query ? t('received.noHits') : t('received.empty')} />
      ) : (
        <DataTable
          caption={t('received.caption', names)}
          columns={[t('received.customer'), t('columns.api'), t('received.scopes'), t('columns.since')]}
          rows={page.rows.map((delegation) => ({
            key: `${delegation.consumer.orgNo} ${delegation.api}`,
            cells: [
              <div key="customer">
                {delegation.consumer.name}
                <div className="text-sm text-text-subtle">
                  <OrgNo orgNo={delegation.consumer.orgNo} />
                </div>
              </div>,
              <div key="api">
                {apiTitle(delegation, language)}
                <p className="text-sm text-text-subtle">{delegation.owner.name}</p>
              </div>,
              <ul key="scopes">
                {delegation.scopes.map(({ name, details }) => (
                  <li key={name}>
                    {scopeDescription(details, language)}
                    <div>
                      <code className="text-sm break-all text-text-subtle">{name}</code>
                    </div>
                  </li>
                ))}
              </ul>,
              <Moment key="since" at={delegation.since} language={language} />,
            ],
          }))}
        />
      )}
      <ListPages page={page} after={after} hrefOf={(next) => addressOf(PATH, { q: query, after: next })} />
    </>
  );
}
