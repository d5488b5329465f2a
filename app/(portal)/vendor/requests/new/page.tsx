import type { Metadata } from 'next';
import { ButtonLink } from '#app/_ui/button-link.tsx';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { StepIndicator } from '#app/_ui/step-indicator.tsx';
import { parseOrgNo } from '#lib/kernel/brands.ts';
import { findOrganisation } from '#lib/parties/find-party.ts';
import { listOwnSystems } from '#lib/register/read-system.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { translator } from '#lib/session/translator.ts';
import { ask } from '../../../_parts/ask.ts';
import { PageHeading } from '../../../_parts/page-heading.tsx';
import { Crumbs } from '../../../_parts/crumbs.tsx';
import { isUnderAgreement, NoAgreement } from '../../_parts/no-agreement.tsx';
import { one, type Query } from '../../_parts/query.ts';
import { FirstStep } from './first-step.tsx';
import { SecondStep } from './second-step.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('vendor'))('requests.newTitle') };
}

/** Two steps with an address each: whom to ask, and what for. */
export default async function NewRequestPage({ searchParams }: { readonly searchParams: Query }) {
  const { context, organisation } = await requireParty();
  const t = await translator('vendor');
  const common = await translator('common');
  const query = await searchParams;
  const systems = (await ask(listOwnSystems(context))).filter(({ isSuspended }) => !isSuspended);
  const mayCreate = await isUnderAgreement(context, organisation.orgNo);
  const orgNo = one(query.orgNo).replace(/\s/g, '');
  const system = systems.find(({ systemId }) => systemId === one(query.system));
  const customer = parseOrgNo(orgNo) === undefined ? undefined : await findOrganisation(context.db, orgNo);
  const kind = one(query.kind) === 'agent' ? 'agent' : 'standard';
  const step = system && customer ? 2 : 1;
  return (
    <>
      <Crumbs links={[{ href: '/vendor/requests', text: t('requests.title') }]} />
      <PageHeading size="md" title={t('requests.newTitle')} lead={t('requests.newLead')} />
      {!mayCreate && <NoAgreement />}
      {mayCreate && systems.length === 0 && (
        <EmptyState text={t('requests.noSystem')}>
          <ButtonLink href="/vendor/systems/new">{t('systems.create')}</ButtonLink>
        </EmptyState>
      )}
      {mayCreate && systems.length > 0 && (
        <>
          <StepIndicator text={common('steps', { current: String(step), total: '2' })} current={step} total={2} />
          {system && customer ? (
            <SecondStep
              context={context}
              system={system}
              customer={customer}
              kind={kind}
              reference={one(query.reference)}
              orgUuid={organisation.uuid}
            />
          ) : (
            <FirstStep
              systems={systems}
              chosen={{ system: one(query.system), orgNo, kind }}
              tried={query.orgNo !== undefined}
              isOrgNo={parseOrgNo(orgNo) !== undefined}
            />
          )}
        </>
      )}
    </>
  );
}
