import { Alert } from '#app/_ui/ds.ts';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { Notice } from '#app/_ui/notice.tsx';
import { SearchForm } from '#app/_ui/search-form.tsx';
import { ROWS_PER_PAGE } from '#lib/kernel/pages.ts';
import { readClientsTab } from '#lib/requests/overview/read-clients-tab.ts';
import type { OwnSystemUserView } from '#lib/requests/overview/read-own-system-user.ts';
import { requirePerson } from '#lib/session/page-context.ts';
import { translator } from '#lib/session/translator.ts';
import { readClientJob } from '#lib/systemusers/clients/jobs/read-client-job.ts';
import { ask } from '../../../../../_parts/ask.ts';
import { ClientJob } from './client-job.tsx';
import { Connected } from './connected.tsx';
import { Eligible } from './eligible.tsx';
import { Lacking } from './lacking.tsx';
import { OwnOrganisation } from './own-organisation.tsx';

type Given = Readonly<Record<string, string | string[] | undefined>>;

const SEARCH_FROM = 6;

/** The clients that an agent acts for, those that can be added, and those that lack something; for client administrators. */
export async function Clients({
  view,
  searchParams,
}: {
  readonly view: OwnSystemUserView;
  readonly searchParams: Given;
}) {
  const t = await translator('systemUsers');
  const common = await translator('common');
  if (!view.mayManageClients)
    return <Connected view={view} list={{ rows: view.clients.slice(0, ROWS_PER_PAGE), count: view.clients.length }} />;
  const { context } = await requirePerson();
  const key = { party: { uuid: view.organisation.uuid }, systemUserId: view.user.id };
  const query = typeof searchParams.q === 'string' ? searchParams.q.slice(0, 100).trim() : '';
  const tab = await ask(readClientsTab(context, key, query));
  const job = await ask(readClientJob(context, key));
  const { done } = searchParams;
  const isEmpty = tab.connected.count + tab.eligible.count + tab.lacking.count === 0;
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
          <Connected view={view} list={tab.connected} />
          <Eligible view={view} list={tab.eligible} />
          {tab.lacking.count > 0 && <Lacking view={view} list={tab.lacking} />}
        </>
      )}
      {tab.own && <OwnOrganisation view={view} own={tab.own} />}
    </div>
  );
}
