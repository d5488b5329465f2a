import type { Metadata } from 'next';
import { ButtonLink } from '#app/_ui/button-link.tsx';
import { CardBox } from '#app/_ui/card-box.tsx';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { StepIndicator } from '#app/_ui/step-indicator.tsx';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import { findOwnSystem, searchOwnSystems } from '#lib/register/read-system.ts';
import { listRequestJobs } from '#lib/requests/request-jobs/read-request-job.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { translator } from '#lib/session/translator.ts';
import { ask } from '../../../_parts/ask.ts';
import { Crumbs } from '../../../_parts/crumbs.tsx';
import { PageHeading } from '../../../_parts/page-heading.tsx';
import { readPageQuery } from '../../../_parts/page-query.ts';
import { isUnderAgreement, NoAgreement } from '../../_parts/no-agreement.tsx';
import { one, type Query } from '../../_parts/query.ts';
import { FindSystem } from '../_choice/find-system.tsx';
import { KindChoice } from '../_choice/kind-choice.tsx';
import { SystemChoice } from '../_choice/system-choice.tsx';
import { EarlierJobs } from './earlier-jobs.tsx';
import { ListStep } from './list-step.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('vendor'))('requests.many.title') };
}

/** Two steps with an address each: for which system, and whom to ask. */
export default async function ManyRequestsPage({ searchParams }: { readonly searchParams: Query }) {
  const { context, organisation } = await requireParty();
  const t = await translator('vendor');
  const common = await translator('common');
  const sent = await searchParams;
  const kind = one(sent.kind) === 'agent' ? 'agent' : 'standard';
  const { query } = readPageQuery(sent);
  const systems = await ask(searchOwnSystems(context, { query, suspended: false }));
  const found = await ask(findOwnSystem(context, one(sent.system)));
  const system = found?.isSuspended ? undefined : found;
  const jobs = await ask(listRequestJobs(context, { vendorOrgNo: organisation.orgNo }));
  const mayCreate = await isUnderAgreement(context, organisation.orgNo);
  const hasSystem = systems.total > 0 || query !== '';
  const step = system ? 2 : 1;
  return (
    <>
      <Crumbs links={[{ href: '/vendor/requests', text: t('requests.title') }]} />
      <PageHeading size="md" title={t('requests.many.title')} lead={t('requests.many.lead')} />
      {!mayCreate && <NoAgreement />}
      {mayCreate && !hasSystem && (
        <EmptyState text={t('requests.noSystem')}>
          <ButtonLink href="/vendor/systems/new">{t('systems.create')}</ButtonLink>
        </EmptyState>
      )}
      {mayCreate && hasSystem && (
        <>
          <StepIndicator text={common('steps', { current: String(step), total: '2' })} current={step} total={2} />
          {system ? (
            <ListStep context={context} system={system} kind={kind} orgUuid={organisation.uuid} />
          ) : (
            <CardBox>
              <FindSystem systems={systems} query={query} kind={kind} />
              <form method="get" action="/vendor/requests/many" className="flex flex-col items-start gap-6">
                <SystemChoice systems={systems.rows} chosen="" />
                <KindChoice chosen={kind} />
                <SubmitButton>{t('requests.form.next')}</SubmitButton>
              </form>
            </CardBox>
          )}
        </>
      )}
      {!system && jobs.length > 0 && <EarlierJobs jobs={jobs} />}
    </>
  );
}
