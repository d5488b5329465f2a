import type { Metadata } from 'next';
import { ButtonLink } from '#app/_ui/button-link.tsx';
import { DataTable } from '#app/_ui/data-table.tsx';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { Moment } from '#app/_ui/moment.tsx';
import { Notice } from '#app/_ui/notice.tsx';
import { OrgNo } from '#app/_ui/org-no.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { listGivenApis } from '#lib/maskinporten/delegations/list-api-delegations.ts';
import { scopeDescription } from '#lib/maskinporten/scopes/model.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { apiTitle, delegationHref } from '../../_parts/api-words.ts';
import { ask } from '../../_parts/ask.ts';
import { FocusedHeading } from '../../_parts/focused-heading.tsx';
import { ListPages } from '../../_parts/list-pages.tsx';
import { ListSearch } from '../../_parts/list-search.tsx';
import { PageHeading } from '../../_parts/page-heading.tsx';
import { addressOf, readPageQuery } from '../../_parts/page-query.ts';

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('delegations'))('title') };
}

/** What the organisation lets suppliers use, by the supplier's name. */
export default async function DelegationsPage({ searchParams }: Props) {
  const { context, organisation } = await requireParty();
  const t = await translator('delegations');
  const common = await translator('common');
  const language = await pageLanguage();
  const given = await searchParams;
  const { query, after } = readPageQuery(given);
  const page = await ask(listGivenApis(context, { consumerOrgNo: organisation.orgNo, query, after }));
  const isWithdrawn = given.done === 'withdrawn';
  return (
    <>
      {isWithdrawn && <Notice text={t('withdrawn')} close={common('actions.close')} />}
      <PageHeading
        title={isWithdrawn ? <FocusedHeading>{t('title')}</FocusedHeading> : t('title')}
        lead={t('lead', { organisation: organisation.name })}
      >
        <ButtonLink href="/delegations/new">{t('create')}</ButtonLink>
      </PageHeading>
      <ListSearch label={t('search')} query={query} total={page.total} />
      {page.rows.length === 0 ? (
        <EmptyState text={query ? t('noHits') : `${t('empty')} ${t('what')}`} />
      ) : (
        <DataTable
          caption={t('caption', { organisation: organisation.name })}
          columns={[t('columns.api'), t('columns.owner'), t('columns.supplier'), t('columns.since')]}
          rows={page.rows.map((delegation) => ({
            key: `${delegation.supplier.orgNo} ${delegation.api}`,
            cells: [
              <div key="api">
                <TextLink href={delegationHref(delegation)}>
                  {apiTitle(delegation, language)}
                  <span className="sr-only">, {delegation.supplier.name}</span>
                </TextLink>
                <ul className="text-sm text-text-subtle">
                  {delegation.scopes.map(({ name, details }) => (
                    <li key={name}>{scopeDescription(details, language)}</li>
                  ))}
                </ul>
              </div>,
              delegation.owner.name,
              <div key="supplier">
                {delegation.supplier.name}
                <div className="text-sm text-text-subtle">
                  <OrgNo orgNo={delegation.supplier.orgNo} />
                </div>
              </div>,
              <div key="since">
                <Moment at={delegation.since} language={language} />
                {delegation.givenByName && <p className="text-sm text-text-subtle">{delegation.givenByName}</p>}
              </div>,
            ],
          }))}
        />
      )}
      <ListPages page={page} after={after} hrefOf={(next) => addressOf('/delegations', { q: query, after: next })} />
    </>
  );
}
