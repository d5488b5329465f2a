import type { Metadata } from 'next';
import { DataTable } from '#app/_ui/data-table.tsx';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { LinkTabs } from '#app/_ui/link-tabs.tsx';
import { OrgNo } from '#app/_ui/org-no.tsx';
import { env } from '#lib/config/env.ts';
import { listTestParties } from '#lib/sandbox/list-test-parties.ts';
import { openSandboxAs } from '#lib/sandbox/open-sandbox.ts';
import { translator } from '#lib/session/translator.ts';
import { one, type Query } from '../../_parts/outcome.tsx';
import { PageHeading } from '../../_parts/page-heading.tsx';
import { roleWithCode } from '../../_parts/role-words.ts';
import { requireOperator } from '../_parts/require-operator.ts';

type Props = { readonly searchParams: Promise<Query> };
type Parties = Awaited<ReturnType<typeof listTestParties>>;

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
  const parties = await listTestParties(await openSandboxAs(context));
  const isOrganisations = one(await searchParams, 'tab') === 'organisations';
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
      {isOrganisations ? <Organisations parties={parties} /> : <People parties={parties} />}
    </>
  );
}

async function People({ parties }: { readonly parties: Parties }) {
  const t = await translator('platform');
  return (
    <DataTable
      caption={t('people.people')}
      columns={[t('people.name'), t('people.personNo'), t('people.roles')]}
      rows={parties.people.map((person) => ({
        key: person.partyUuid,
        cells: [
          person.name,
          <span key="number" className="tnum">
            {person.pid}
          </span>,
          <Roles key="roles" roles={person.roles} />,
        ],
      }))}
    />
  );
}

async function Organisations({ parties }: { readonly parties: Parties }) {
  const t = await translator('platform');
  return (
    <DataTable
      caption={t('people.organisations')}
      columns={[t('people.name'), t('orgNo'), t('people.form'), t('people.code'), t('people.roles')]}
      rows={parties.organisations.map((organisation) => ({
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
  );
}

async function Roles({ roles }: { readonly roles: Parties['people'][number]['roles'] }) {
  const t = await translator('platform');
  const owner = await translator('owner');
  if (roles.length === 0) return t('people.none');
  return (
    <ul>
      {roles.map(({ orgNo, name, roles: held }) => (
        <li key={orgNo}>
          {t('people.role', {
            roles: held.map((role) => roleWithCode(owner, role)).join(', '),
            organisation: name,
          })}
        </li>
      ))}
    </ul>
  );
}
