import type { Metadata } from 'next';
import { ButtonLink } from '#app/_ui/button-link.tsx';
import { Dated } from '#app/_ui/dated.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow, Tag } from '#app/_ui/ds.ts';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { Moment } from '#app/_ui/moment.tsx';
import { TableRegion } from '#app/_ui/table-region.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import type { ClientWithKeys } from '#lib/maskinporten/clients/read-client.ts';
import { searchClients } from '#lib/maskinporten/clients/search-clients.ts';
import type { RegisteredSystem } from '#lib/register/model.ts';
import { findSystemsOfClients } from '#lib/register/read-system.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ask } from '../../_parts/ask.ts';
import { ListPages } from '../../_parts/list-pages.tsx';
import { ListSearch } from '../../_parts/list-search.tsx';
import { PageHeading } from '../../_parts/page-heading.tsx';
import { addressOf, readPageQuery } from '../../_parts/page-query.ts';
import type { Query } from '../_parts/query.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('vendor'))('clients.title') };
}

export default async function ClientsPage({ searchParams }: { readonly searchParams: Query }) {
  const { context, organisation } = await requireParty();
  const t = await translator('vendor');
  const { query, after } = readPageQuery(await searchParams);
  const page = await ask(searchClients(context, { query, after }));
  const systems = await ask(
    findSystemsOfClients(
      context,
      page.rows.map(({ client }) => client.clientId),
    ),
  );
  const caption = t('clients.caption', { organisation: organisation.name });
  const isEmpty = page.total === 0 && query === '';
  return (
    <>
      <PageHeading size="md" title={t('clients.title')} lead={t('clients.lead')}>
        {!isEmpty && <ButtonLink href="/vendor/clients/new">{t('clients.create')}</ButtonLink>}
      </PageHeading>
      <ListSearch label={t('clients.search')} query={query} total={page.total} />
      {isEmpty && (
        <EmptyState text={t('clients.empty')}>
          <ButtonLink href="/vendor/clients/new">{t('clients.create')}</ButtonLink>
        </EmptyState>
      )}
      {!isEmpty && page.rows.length === 0 && <EmptyState text={t('clients.notFound')} />}
      {page.rows.length > 0 && (
        <TableRegion label={caption}>
          <Table>
            <caption className="sr-only">{caption}</caption>
            <TableHead>
              <TableRow>
                <TableHeaderCell scope="col">{t('clients.name')}</TableHeaderCell>
                <TableHeaderCell scope="col">{t('clients.system')}</TableHeaderCell>
                <TableHeaderCell scope="col">{t('clients.keys')}</TableHeaderCell>
                <TableHeaderCell scope="col">{t('clients.lastUsed')}</TableHeaderCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {page.rows.map((each) => (
                <ClientRow key={each.client.clientId} each={each} system={systems.get(each.client.clientId)} />
              ))}
            </TableBody>
          </Table>
        </TableRegion>
      )}
      <ListPages page={page} after={after} hrefOf={(next) => addressOf('/vendor/clients', { q: query, after: next })} />
    </>
  );
}

async function ClientRow({
  each: { client, keys },
  system,
}: {
  readonly each: ClientWithKeys;
  readonly system: RegisteredSystem | undefined;
}) {
  const t = await translator('vendor');
  const language = await pageLanguage();
  const [first] = [...keys].sort((one, other) => one.expiresAt.getTime() - other.expiresAt.getTime());
  return (
    <TableRow>
      <TableCell data-label={t('clients.name')}>
        <div className="flex flex-wrap items-center gap-2">
          <TextLink href={`/vendor/clients/${encodeURIComponent(client.clientId)}`}>{client.name}</TextLink>
          {!client.active && <Tag data-color="neutral">{t('clients.inactive')}</Tag>}
        </div>
        <code className="text-sm break-all text-text-subtle md:whitespace-nowrap">{client.clientId}</code>
      </TableCell>
      <TableCell data-label={t('clients.system')}>
        {system ? (
          <TextLink href={`/vendor/systems/${encodeURIComponent(system.systemId)}`}>{system.name[language]}</TextLink>
        ) : (
          t('clients.noSystem')
        )}
      </TableCell>
      <TableCell data-label={t('clients.keys')}>
        {first ? t('clients.keyCount', { count: keys.length }) : t('clients.noKeys')}
        {first && (
          <div className="text-sm text-text-subtle">
            <Dated at={[first.expiresAt]} language={language} say={(date) => t('clients.firstExpires', { date })} />
          </div>
        )}
      </TableCell>
      <TableCell data-label={t('clients.lastUsed')}>
        {client.lastUsedAt ? <Moment at={client.lastUsedAt} language={language} /> : t('clients.neverUsed')}
      </TableCell>
    </TableRow>
  );
}
