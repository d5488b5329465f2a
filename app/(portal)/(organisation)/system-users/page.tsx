import type { Metadata } from 'next';
import { ButtonLink } from '#app/_ui/button-link.tsx';
import { Alert } from '#app/_ui/ds.ts';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { LinkTabs } from '#app/_ui/link-tabs.tsx';
import { Notice } from '#app/_ui/notice.tsx';
import { SearchForm } from '#app/_ui/search-form.tsx';
import { readSorting } from '#app/_ui/sort-link.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import type { Language } from '#lib/i18n/languages.ts';
import { isAllowed } from '#lib/parties/authority.ts';
import { listOwnSystemUsers, type OwnSystemUserSummary } from '#lib/requests/overview/list-own-system-users.ts';
import { countWaitingRequests } from '#lib/requests/overview/list-requests.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ask } from '../../_parts/ask.ts';
import { FocusedHeading } from '../../_parts/focused-heading.tsx';
import { PageHeading } from '../../_parts/page-heading.tsx';
import { SYSTEM_USER_COLUMNS, type SystemUserColumn, SystemUserTable } from './table.tsx';

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
  const ended = given.tab === 'ended';
  const query = typeof given.q === 'string' ? given.q.slice(0, 100).trim() : '';
  const party = { uuid: organisation.uuid };
  const all = await ask(listOwnSystemUsers(context, { party, ended }));
  const activeCount = ended ? (await ask(listOwnSystemUsers(context, { party, ended: false }))).length : all.length;
  const sorting = readSorting(given.sort, SYSTEM_USER_COLUMNS, { by: 'created', descending: true });
  const kept = { ...(ended ? { tab: 'ended' } : {}), ...(query ? { q: query } : {}) };
  const shown = all
    .filter((summary) => matches(summary, query, language))
    .sort((one, other) => compare(one, other, sorting.by, language) * (sorting.descending ? -1 : 1));
  const waiting = await ask(countWaitingRequests(context, organisation.uuid));
  const mayCreate = await isAllowed(context.db, context.actor, organisation.uuid, 'access-management.write');
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
          { href: '/system-users', text: t('active', { count: String(activeCount) }), current: !ended },
          { href: '/system-users?tab=ended', text: t('ended'), current: ended },
        ]}
      />
      {all.length > 5 && (
        <SearchForm
          label={t('search')}
          button={common('actions.search')}
          query={query}
          hidden={ended ? { tab: 'ended' } : {}}
        />
      )}
      {shown.length === 0 ? (
        <EmptyState text={query ? t('noHits') : ended ? t('emptyEnded') : `${t('empty')} ${t('what')}`} />
      ) : (
        <SystemUserTable
          summaries={shown}
          ended={ended}
          now={context.now}
          caption={t('caption', { organisation: organisation.name })}
          order={{ sorting, query: kept }}
        />
      )}
    </>
  );
}

function matches({ systemName, vendor, user }: OwnSystemUserSummary, query: string, language: Language): boolean {
  const words = `${systemName[language]} ${vendor.name} ${user.integrationTitle} ${user.externalRef}`.toLowerCase();
  return words.includes(query.toLowerCase());
}

function compare(one: OwnSystemUserSummary, other: OwnSystemUserSummary, by: SystemUserColumn, language: Language) {
  switch (by) {
    case 'system':
      return one.systemName[language].localeCompare(other.systemName[language], language);
    case 'vendor':
      return one.vendor.name.localeCompare(other.vendor.name, language);
    case 'created':
      return one.user.createdAt.getTime() - other.user.createdAt.getTime();
    case 'used':
      return usedAt(one) - usedAt(other);
  }
}

/** Ended ones by their end; what was never used comes before all that was. */
function usedAt({ user, lastUsedAt }: OwnSystemUserSummary): number {
  return (user.deletedAt ?? lastUsedAt)?.getTime() ?? 0;
}
