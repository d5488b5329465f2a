import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CardBox } from '#app/_ui/card-box.tsx';
import { DataTable } from '#app/_ui/data-table.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { Moment } from '#app/_ui/moment.tsx';
import { OrgNo } from '#app/_ui/org-no.tsx';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import { pagePrefixes } from '#lib/maskinporten/prefixes/list-prefixes.ts';
import { findOrganisation } from '#lib/parties/find-party.ts';
import { ACTING_FOR_FIELD } from '#lib/session/action-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ActingFor } from '../../../_parts/acting-for.tsx';
import { ask } from '../../../_parts/ask.ts';
import { Crumbs } from '../../../_parts/crumbs.tsx';
import { formTexts } from '../../../_parts/form-texts.ts';
import { Outcome, type Query } from '../../../_parts/outcome.tsx';
import { PageHeading } from '../../../_parts/page-heading.tsx';
import { RefusableForm } from '../../../_parts/refusable-form.tsx';
import { requireOperator } from '../../_parts/require-operator.ts';
import { assign, setActive } from '../actions.ts';

type Props = { readonly params: Promise<{ readonly orgNo: string }>; readonly searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { context } = await requireOperator();
  const owner = await findOrganisation(context.db, (await params).orgNo);
  return { title: owner?.name ?? (await translator('platform'))('owners.title') };
}

export default async function OwnerPage({ params, searchParams }: Props) {
  const { context, organisation } = await requireOperator();
  const t = await translator('platform');
  const language = await pageLanguage();
  const owner = await findOrganisation(context.db, (await params).orgNo);
  if (!owner?.orgCode) notFound();
  const all = await ask(pagePrefixes(context, { page: 0, size: 200 }));
  const prefixes = all.items.filter(({ ownerOrgNo }) => ownerOrgNo === owner.orgNo);
  return (
    <>
      <Outcome
        query={await searchParams}
        done={{
          assigned: t('owners.doneAssigned'),
          activated: t('owners.doneActivated'),
          deactivated: t('owners.doneDeactivated'),
        }}
      />
      <PageHeading
        title={owner.name}
        lead={<OrgNo orgNo={owner.orgNo} />}
        size="md"
        above={<Crumbs links={[{ href: '/platform/owners', text: t('owners.title') }]} here={owner.name} />}
      />
      <CardBox>
        <Heading level={2} data-size="xs">
          {t('owners.prefixes')}
        </Heading>
        {prefixes.length === 0 ? (
          <p>{t('owners.noPrefixes')}</p>
        ) : (
          <DataTable
            caption={t('owners.prefixes')}
            columns={[t('owners.prefix'), t('created'), t('status'), t('actions')]}
            rows={prefixes.map(({ prefix, active, createdAt }) => ({
              key: prefix,
              cells: [
                <code key="prefix">{prefix}</code>,
                <Moment key="created" at={createdAt} language={language} />,
                active ? t('owners.active') : t('owners.inactive'),
                <form key="switch" action={setActive}>
                  <ActingFor orgUuid={organisation.uuid} />
                  <input type="hidden" name="orgNo" value={owner.orgNo} />
                  <input type="hidden" name="prefix" value={prefix} />
                  <input type="hidden" name="active" value={String(!active)} />
                  <SubmitButton variant="tertiary">
                    {active ? t('owners.deactivate', { prefix }) : t('owners.activate', { prefix })}
                  </SubmitButton>
                </form>,
              ],
            }))}
          />
        )}
        <RefusableForm
          action={assign}
          parts={[
            { kind: 'hidden', name: ACTING_FOR_FIELD, value: organisation.uuid },
            { kind: 'hidden', name: 'orgNo', value: owner.orgNo },
            { kind: 'text', name: 'prefix', label: t('owners.new'), description: t('owners.newHint'), maxLength: 50 },
          ]}
          texts={await formTexts(t('owners.assign'))}
        />
      </CardBox>
    </>
  );
}
