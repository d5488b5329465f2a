import type { Metadata } from 'next';
import { cache } from 'react';
import { ButtonLink } from '#app/_ui/button-link.tsx';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { StepIndicator } from '#app/_ui/step-indicator.tsx';
import { parseOrgNo } from '#lib/kernel/brands.ts';
import { findOrganisation } from '#lib/parties/find-party.ts';
import { findOwnSystem, searchOwnSystems } from '#lib/register/read-system.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { translator } from '#lib/session/translator.ts';
import { ask } from '../../../_parts/ask.ts';
import { Crumbs } from '../../../_parts/crumbs.tsx';
import { PageHeading } from '../../../_parts/page-heading.tsx';
import { readPageQuery } from '../../../_parts/page-query.ts';
import { isUnderAgreement, NoAgreement } from '../../_parts/no-agreement.tsx';
import { one, type Query } from '../../_parts/query.ts';
import { FirstStep } from './first-step.tsx';
import { SecondStep } from './second-step.tsx';

type Props = { readonly searchParams: Query };

/** The system and the customer that an address names, where there are such. */
const readNamed = cache(async (systemId: string, orgNo: string) => {
  const { context } = await requireParty();
  const found = await findOwnSystem(context, systemId);
  const system = found?.isSuspended ? undefined : found;
  const customer = parseOrgNo(orgNo) === undefined ? undefined : await findOrganisation(context.db, orgNo);
  return { system, customer };
});

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const title = (await translator('vendor'))('requests.newTitle');
  const { wasSent, ...named } = readQuery(await searchParams);
  if (!wasSent || (await readNamed(named.system, named.orgNo)).customer) return { title };
  return { title: (await translator('common'))('errorTitle', { title }) };
}

/** Two steps with an address each: whom to ask, and what for. */
export default async function NewRequestPage({ searchParams }: Props) {
  const { context, organisation } = await requireParty();
  const t = await translator('vendor');
  const common = await translator('common');
  const sent = await searchParams;
  const { wasSent, reference, ...chosen } = readQuery(sent);
  const { query } = readPageQuery(sent);
  const systems = await ask(searchOwnSystems(context, { query, suspended: false }));
  const hasSystem = systems.total > 0 || query !== '';
  const { system, customer } = await readNamed(chosen.system, chosen.orgNo);
  const mayCreate = await isUnderAgreement(context, organisation.orgNo);
  const step = system && customer ? 2 : 1;
  return (
    <>
      <Crumbs links={[{ href: '/vendor/requests', text: t('requests.title') }]} />
      <PageHeading size="md" title={t('requests.newTitle')} lead={t('requests.newLead')}>
        {mayCreate && hasSystem && step === 1 && (
          <ButtonLink href="/vendor/requests/many" variant="secondary">
            {t('requests.many.link')}
          </ButtonLink>
        )}
      </PageHeading>
      {!mayCreate && <NoAgreement />}
      {mayCreate && !hasSystem && (
        <EmptyState text={t('requests.noSystem')}>
          <ButtonLink href="/vendor/systems/new">{t('systems.create')}</ButtonLink>
        </EmptyState>
      )}
      {mayCreate && hasSystem && (
        <>
          <StepIndicator text={common('steps', { current: String(step), total: '2' })} current={step} total={2} />
          {system && customer ? (
            <SecondStep
              context={context}
              system={system}
              customer={customer}
              kind={chosen.kind}
              reference={reference}
              orgUuid={organisation.uuid}
            />
          ) : (
            <FirstStep
              systems={systems}
              query={query}
              chosen={chosen}
              tried={wasSent}
              isOrgNo={parseOrgNo(chosen.orgNo) !== undefined}
            />
          )}
        </>
      )}
    </>
  );
}

function readQuery(query: Awaited<Query>) {
  return {
    system: one(query.system),
    orgNo: one(query.orgNo).replace(/\s/g, ''),
    kind: one(query.kind) === 'agent' ? ('agent' as const) : ('standard' as const),
    reference: one(query.reference),
    wasSent: query.orgNo !== undefined,
  };
}
