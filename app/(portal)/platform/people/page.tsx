import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { DataTable } from '#app/_ui/data-table.tsx';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { LinkTabs } from '#app/_ui/link-tabs.tsx';
import { OrgNo } from '#app/_ui/org-no.tsx';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import { env } from '#lib/config/env.ts';
import type { PageOf } from '#lib/kernel/pages.ts';
import { countWaitingFor, pageTestOrganisations, pageTestPeople } from '#lib/sandbox/list-test-parties.ts';
import { openSandboxAs } from '#lib/sandbox/open-sandbox.ts';
import { translator } from '#lib/session/translator.ts';
import { logInAs } from '../../_parts/account-actions.ts';
import { ListPages } from '../../_parts/list-pages.tsx';
import { ListSearch } from '../../_parts/list-search.tsx';
import { one, type Query } from '../../_parts/outcome.tsx';
import { PageHeading } from '../../_parts/page-heading.tsx';
import { addressOf, type ListQuery, readPageQuery } from '../../_parts/page-query.ts';
import { roleWithCode } from '../../_parts/role-words.ts';
import { requireOperator } from '../_parts/require-operator.ts';

type Props = { readonly searchParams: Promise<Query> };
type RolesHeld = Awaited<ReturnType<typeof pageTestPeople>>['rows'][number]['roles'];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('platform'))('people.title') };
}

export default async function PeoplePage({ searchParams }: Props) {
  const { context } = await requireOperator();
  const t = await translator('platform');
  if (env().PORTAL_ENVIRONMENT === 'production') {
    return (
      <>
        <PageHeading title={t('people.title')} size="md" />
        <EmptyState text={t('people.production')} />
      </>
    );
  }
  const sandbox = await openSandboxAs(context);
  const given = await searchParams;
  const asked = readPageQuery(given);
  const isOrganisations = one(given, 'tab') === 'organisations';
  return (
    <>
      <PageHeading title={t('people.title')} lead={t('people.lead')} size="md" />
      <LinkTabs
        label={t('people.title')}
        tabs={[
          { href: '/platform/people', text: t('people.people'), current: !isOrganisations },
          { href: '/platform/people?tab=organisations', text: t('people.organisations'), current: isOrganisations },
        ]}
      />
      {isOrganisations ? (
        <Organisations page={await pageTestOrganisations(sandbox, asked)} asked={asked} />
      ) : (
        <People sandbox={sandbox} page={await pageTestPeople(sandbox, asked)} asked={asked} />
      )}
    </>
  );
}

type ListProps<List extends typeof pageTestPeople | typeof pageTestOrganisations> = {
  readonly page: Awaited<ReturnType<List>>;
  readonly asked: ListQuery;
};

async function People({
  sandbox,
  page,
  asked,
}: ListProps<typeof pageTestPeople> & { readonly sandbox: Parameters<typeof pageTestPeople>[0] }) {
  const t = await translator('platform');
  const waiting = await countWaitingFor(sandbox, page.rows);
  return (
    <Listed page={page} asked={asked} tab="">
      <DataTable
        caption={t('people.people')}
        columns={[t('people.name'), t('people.personNo'), t('people.roles'), t('people.logIn')]}
        rows={page.rows.map((person) => ({
          key: person.partyUuid,
          cells: [
            person.name,
            <span key="number" className="tnum">
              {person.pid}
            </span>,
            <Roles key="roles" roles={person.roles} waiting={waiting} />,
            <form key="log-in" action={logInAs}>
              <input type="hidden" name="personUuid" value={person.partyUuid} />
              <SubmitButton variant="secondary">
                <span className="whitespace-nowrap">{t('people.logIn')}</span>{' '}
                <span className="sr-only">{t('people.logInAs', { name: person.name })}</span>
              </SubmitButton>
            </form>,
          ],
        }))}
      />
    </Listed>
  );
}

async function Organisations({ page, asked }: ListProps<typeof pageTestOrganisations>) {
  const t = await translator('platform');
  return (
    <Listed page={page} asked={asked} tab="organisations">
      <DataTable
        caption={t('people.organisations')}
        columns={[t('people.name'), t('orgNo'), t('people.form'), t('people.code'), t('people.roles')]}
        rows={page.rows.map((organisation) => ({
          key: organisation.partyUuid,
          cells: [
            organisation.name,
            <OrgNo key="orgNo" orgNo={organisation.orgNo} />,
            organisation.organisationForm,
            organisation.org ?? '–',
            <Roles key="roles" roles={organisation.clients} />,
          ],
        }))}
      />
    </Listed>
  );
}

/** A list between its search and the way to its next page. */
async function Listed({
  page,
  asked: { query, after },
  tab,
  children,
}: {
  readonly page: PageOf<unknown>;
  readonly asked: ListQuery;
  readonly tab: string;
  readonly children: ReactNode;
}) {
  const t = await translator('platform');
  return (
    <>
      <ListSearch label={t('people.search')} query={query} total={page.total} kept={tab === '' ? {} : { tab }} />
      {page.total === 0 ? <EmptyState text={t('people.notFound')} /> : children}
      <ListPages
        page={page}
        after={after}
        hrefOf={(next) => addressOf('/platform/people', { tab, q: query, after: next })}
      />
    </>
  );
}

async function Roles({
  roles,
  waiting = new Map(),
}: {
  readonly roles: RolesHeld;
  /** How many requests wait at an organisation. */
  readonly waiting?: ReadonlyMap<string, number>;
}) {
  const t = await translator('platform');
  const owner = await translator('owner');
  if (roles.length === 0) return t('people.none');
  return (
    <ul className="flex flex-col gap-1">
      {roles.map(({ orgNo, name, roles: held }) => {
        const count = waiting.get(orgNo) ?? 0;
        return (
          <li key={orgNo}>
            {t('people.role', {
              roles: held.map((role) => roleWithCode(owner, role)).join(', '),
              organisation: name,
            })}
            {count > 0 && <p className="text-sm text-text-subtle">{t('people.waiting', { count })}</p>}
          </li>
        );
      })}
    </ul>
  );
}
