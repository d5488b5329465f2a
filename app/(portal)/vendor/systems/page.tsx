import type { Metadata } from 'next';
import { ButtonLink } from '#app/_ui/button-link.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow, Tag } from '#app/_ui/ds.ts';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { TableRegion } from '#app/_ui/table-region.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { searchOwnSystems } from '#lib/register/read-system.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { pageLanguage, texts, translator } from '#lib/session/translator.ts';
import { countCustomersBySystem } from '#lib/systemusers/customers/list-customers.ts';
import { ask } from '../../_parts/ask.ts';
import { ListPages } from '../../_parts/list-pages.tsx';
import { ListSearch } from '../../_parts/list-search.tsx';
import { PageHeading } from '../../_parts/page-heading.tsx';
import { addressOf, readPageQuery } from '../../_parts/page-query.ts';
import { DoneNotice } from '../_parts/done-notice.tsx';
import { isUnderAgreement, NoAgreement } from '../_parts/no-agreement.tsx';
import type { Query } from '../_parts/query.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('vendor'))('systems.title') };
}

export default async function SystemsPage({ searchParams }: { readonly searchParams: Query }) {
  const { context, organisation } = await requireParty();
  const t = await translator('vendor');
  const language = await pageLanguage();
  const given = await searchParams;
  const { query, after } = readPageQuery(given);
  const page = await ask(searchOwnSystems(context, { query, after }));
  const systemInternalIds = page.rows.map(({ internalId }) => internalId);
  const customers = await ask(countCustomersBySystem(context, { vendorOrgNo: organisation.orgNo, systemInternalIds }));
  const mayCreate = await isUnderAgreement(context, organisation.orgNo);
  const caption = t('systems.caption', { organisation: organisation.name });
  const isEmpty = page.total === 0 && query === '';
  const create = <ButtonLink href="/vendor/systems/new">{t('systems.create')}</ButtonLink>;
  return (
    <>
      <DoneNotice done={given.done} words={(await texts('vendor')).systems.done} />
      <PageHeading size="md" title={t('systems.title')} lead={t('systems.lead')}>
        {mayCreate && !isEmpty && create}
      </PageHeading>
      {!mayCreate && <NoAgreement />}
      <ListSearch label={t('systems.search')} query={query} total={page.total} />
      {isEmpty && <EmptyState text={t('systems.empty')}>{mayCreate && create}</EmptyState>}
      {!isEmpty && page.rows.length === 0 && <EmptyState text={t('systems.notFound')} />}
      {page.rows.length > 0 && (
        <TableRegion label={caption}>
          <Table>
            <caption className="sr-only">{caption}</caption>
            <TableHead>
              <TableRow>
                <TableHeaderCell scope="col">{t('systems.name')}</TableHeaderCell>
                <TableHeaderCell scope="col">{t('systems.visible')}</TableHeaderCell>
                <TableHeaderCell scope="col">{t('systems.customers')}</TableHeaderCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {page.rows.map((system) => (
                <TableRow key={system.internalId}>
                  <TableCell data-label={t('systems.name')}>
                    <div className="flex flex-wrap items-center gap-2">
                      <TextLink href={`/vendor/systems/${encodeURIComponent(system.systemId)}`}>
                        {system.name[language]}
                      </TextLink>
                      {system.isSuspended && <Tag data-color="danger">{t('systems.suspended')}</Tag>}
                    </div>
                    <code className="text-sm break-all text-text-subtle">{system.systemId}</code>
                  </TableCell>
                  <TableCell data-label={t('systems.visible')}>
                    {t(system.isVisible ? 'systems.visibleYes' : 'systems.visibleNo')}
                  </TableCell>
                  <TableCell data-label={t('systems.customers')}>
                    {t('systems.customersCount', { count: customers.get(system.internalId) ?? 0 })}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableRegion>
      )}
      <ListPages page={page} after={after} hrefOf={(next) => addressOf('/vendor/systems', { q: query, after: next })} />
    </>
  );
}
