import type { Metadata } from 'next';
import { ButtonLink } from '#app/_ui/button-link.tsx';
import { Alert } from '#app/_ui/ds.ts';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { LinkTabs } from '#app/_ui/link-tabs.tsx';
import { Notice } from '#app/_ui/notice.tsx';
import { SearchForm } from '#app/_ui/search-form.tsx';
import { readSorting } from '#app/_ui/sort-link.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { isAllowed } from '#lib/parties/authority.ts';
import { listOwnSystemUsers } from '#lib/requests/overview/list-own-system-users.ts';
import { countWaitingRequests } from '#lib/requests/overview/list-requests.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { OWN_COLUMNS } from '#lib/systemusers/list-owned.ts';
import { UNUSED_AFTER_DAYS } from '#lib/systemusers/model.ts';
import { ask } from '../../_parts/ask.ts';
import { FocusedHeading } from '../../_parts/focused-heading.tsx';
import { ListPages } from '../../_parts/list-pages.tsx';
import { PageHeading } from '../../_parts/page-heading.tsx';
import { addressOf, readPageQuery } from '../../_parts/page-query.ts';
import { SystemUserTable } from './table.tsx';

/** The views with an address of their own; without one those in use are shown. */
const VIEWS = ['unused', 'ended'] as const;
/** Lists up to this long are read, not searched. */
const SEARCHED_FROM = 5;

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('systemUsers'))('title') };
}

export default async function SystemUsersPage({ searchParams }: Props) {
  const { context, organisation } = await requireParty();
  const t = await translator('systemUsers');
  const common = await translator('common');
  const language = await pageLanguage();
  const given = await searchParams;
  const view = VIEWS.find((each) => each === given.tab) ?? 'active';
  const ended = view === 'ended';
  const { query, after } = readPageQuery(given);
  const sorting = readSorting(given.sort, OWN_COLUMNS, { by: 'created', descending: true });
  const tab: Readonly<Record<string, string>> = view === 'active' ? {} : { tab: view };
  const kept = { ...tab, ...(query ? { q: query } : {}) };
  const page = await ask(
    listOwnSystemUsers(context, { party: { uuid: organisation.uuid }, view, ...sorting, language, query, after }),
  );
  const waiting = await ask(countWaitingRequests(context, organisation.uuid));
  const mayCreate = await isAllowed(context.db, context.actor, organisation.uuid, 'access-management.write');
  const emptyText = {
    active: `${t('empty')} ${t('what')}`,
    unused: t('emptyUnused', { days: UNUSED_AFTER_DAYS }),
    ended: t('emptyEnded'),
  };
  return (
    <>
      {given.done === 'withdrawn' && <Notice text={t('withdrawn')} close={common('actions.close')} />}
      {waiting > 0 && (
        <Alert data-color="info">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p>{t('waiting', { count: waiting })}</p>
            <TextLink href="/requests">{t('seeRequests')}</TextLink>
          </div>
        </Alert>
      )}
      <PageHeading
        title={given.done === 'withdrawn' ? <FocusedHeading>{t('title')}</FocusedHeading> : t('title')}
        lead={t('lead', { organisation: organisation.name })}
      >
        {mayCreate && <ButtonLink href="/system-users/new">{t('create')}</ButtonLink>}
      </PageHeading>
      <LinkTabs
        label={t('tabs')}
        tabs={[
          { href: '/system-users', text: t('active', { count: page.active }), current: view === 'active' },
          ...(page.unused > 0 || view === 'unused'
            ? [
                {
                  href: '/system-users?tab=unused',
                  text: t('unused', { days: UNUSED_AFTER_DAYS, count: page.unused }),
                  current: view === 'unused',
                },
              ]
            : []),
          { href: '/system-users?tab=ended', text: t('ended'), current: ended },
        ]}
      />
      {page.all > SEARCHED_FROM && (
        <SearchForm label={t('search')} button={common('actions.search')} query={query} hidden={tab} />
      )}
      {view === 'unused' && page.unused > 0 && <p className="max-w-[42rem] text-text-subtle">{t('unusedHint')}</p>}
      {page.rows.length === 0 ? (
        <EmptyState text={query ? t('noHits') : emptyText[view]} />
      ) : (
        <SystemUserTable
          summaries={page.rows}
          ended={ended}
          now={context.now}
          caption={t('caption', { organisation: organisation.name })}
          order={{ sorting, query: kept }}
        />
      )}
      <ListPages
        page={page}
        after={after}
        hrefOf={(next) =>
          addressOf('/system-users', {
            ...kept,
            sort: typeof given.sort === 'string' ? given.sort : undefined,
            after: next,
          })
        }
      />
    </>
  );
}
