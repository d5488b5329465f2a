import { Alert } from '#app/_ui/ds.ts';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { Notice } from '#app/_ui/notice.tsx';
import { SearchForm } from '#app/_ui/search-form.tsx';
import { type PageOf, pageByName } from '#lib/kernel/pages.ts';
import { CLIENT_LISTS, type ClientList, readClientsTab } from '#lib/requests/overview/read-clients-tab.ts';
import type { OwnSystemUserView } from '#lib/requests/overview/read-own-system-user.ts';
import { requirePerson } from '#lib/session/page-context.ts';
import { translator } from '#lib/session/translator.ts';
import { readClientJob } from '#lib/systemusers/clients/jobs/read-client-job.ts';
import { ask } from '../../../../../_parts/ask.ts';
import { one, type Query } from '../../../../../_parts/outcome.tsx';
import { addressOf, readPageQuery } from '../../../../../_parts/page-query.ts';
import { ClientJob } from './client-job.tsx';
import { Connected } from './connected.tsx';
import { Eligible } from './eligible.tsx';
import { Lacking } from './lacking.tsx';
import { OwnOrganisation } from './own-organisation.tsx';

const SEARCH_FROM = 6;

/** The clients that an agent acts for, those that can be added, and those that lack something; for client administrators. */
export async function Clients({
  view,
  searchParams,
}: {
  readonly view: OwnSystemUserView;
  readonly searchParams: Query;
}) {
  const t = await translator('systemUsers');
  const common = await translator('common');
  const { query } = readPageQuery(searchParams);
  const after = Object.fromEntries(CLIENT_LISTS.map((list) => [list, one(searchParams, list)]));
  const listed = <Row,>(list: ClientList, page: PageOf<Row>) => ({
    page,
    after: after[list],
    hrefOf: (next?: string) =>
      `${addressOf(`/system-users/${view.user.id}`, { tab: 'clients', q: query, [list]: next })}#${list}`,
  });
  if (!view.mayManageClients) {
    const page = pageByName(view.clients, after.connected, ({ client }) => client);
    return <Connected view={view} list={listed('connected', page)} />;
  }
  const { context } = await requirePerson();
  const key = { party: { uuid: view.organisation.uuid }, systemUserId: view.user.id };
  // The job first: one that ends meanwhile is shown as running, and the page is read once more.
  const job = await ask(readClientJob(context, key));
  const tab = await ask(readClientsTab(context, key, { query, after }));
  const { done } = searchParams;
  const isEmpty = tab.connected.total + tab.eligible.total + tab.lacking.total === 0;
  return (
    <div className="flex max-w-[45rem] flex-col gap-8">
      {job && <ClientJob job={job} />}
      {done === 'removed' && <Notice text={t('clients.removed')} close={common('actions.close')} />}
      {done === 'own-added' && <Notice text={t('clients.own.added')} close={common('actions.close')} />}
      {done === 'own-removed' && <Notice text={t('clients.own.removed')} close={common('actions.close')} />}
      {done === 'none' && (
        <Alert data-color="warning" role="alert">
          {t('clients.chooseOne')}
        </Alert>
      )}
      {tab.total >= SEARCH_FROM && (
        <SearchForm
          label={t('clients.search')}
          button={common('actions.search')}
          query={query}
          hidden={{ tab: 'clients' }}
        />
      )}
      {query !== '' && isEmpty ? (
        <EmptyState text={t('clients.noHits')} />
      ) : (
        <>
          <Connected view={view} list={listed('connected', tab.connected)} />
          <Eligible view={view} list={listed('eligible', tab.eligible)} />
          {tab.lacking.total > 0 && <Lacking view={view} list={listed('lacking', tab.lacking)} />}
        </>
      )}
      {tab.own && <OwnOrganisation view={view} own={tab.own} />}
    </div>
  );
}
