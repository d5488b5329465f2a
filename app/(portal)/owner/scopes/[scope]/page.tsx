import type { Metadata } from 'next';
import { ButtonLink } from '#app/_ui/button-link.tsx';
import { CardBox } from '#app/_ui/card-box.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { StatusTag } from '#app/_ui/status-tag.tsx';
import { listGivenAccess } from '#lib/maskinporten/scopes/list-given-access.ts';
import { scopeDescription } from '#lib/maskinporten/scopes/model.ts';
import { readScope } from '#lib/maskinporten/scopes/read-scope.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ask } from '../../../_parts/ask.ts';
import { Crumbs } from '../../../_parts/crumbs.tsx';
import { Outcome, one, type Query } from '../../../_parts/outcome.tsx';
import { PageHeading } from '../../../_parts/page-heading.tsx';
import { OrgNoPreview } from '../../_parts/org-no-preview.tsx';
import { requireOwner } from '../../_parts/require-owner.ts';
import { AccessTable, AskedTable } from '../_scope/access-tables.tsx';
import { Definition } from '../_scope/definition.tsx';
import { scopeHref, scopeNameOf } from '../_scope/scope-href.ts';
import { UseSwitch } from '../_scope/use-switch.tsx';
import { give } from '../actions.ts';

type Props = { readonly params: Promise<{ readonly scope: string }>; readonly searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: scopeNameOf((await params).scope) };
}

export default async function ScopePage({ params, searchParams }: Props) {
  const { context, organisation } = await requireOwner();
  const t = await translator('owner');
  const query = await searchParams;
  const scope = await ask(readScope(context, { name: scopeNameOf((await params).scope) }));
  const accesses = await ask(listGivenAccess(context, { scope: scope.name, inactive: false }));
  const given = accesses.filter(({ state }) => state === 'APPROVED');
  const asked = accesses.filter(({ state }) => state === 'REQUESTED');
  return (
    <>
      <Outcome
        query={query}
        done={{
          created: t('scopes.doneCreated'),
          changed: t('scopes.doneChanged'),
          given: t('scopes.doneGiven'),
          removed: t('scopes.doneRemoved'),
          deactivated: t('scopes.doneDeactivated'),
          reactivated: t('scopes.doneReactivated'),
        }}
      />
      <PageHeading
        title={<span className="break-all">{scope.name}</span>}
        lead={scopeDescription(scope.details, await pageLanguage())}
        size="md"
        above={<Crumbs links={[{ href: '/owner/scopes', text: t('scopes.title') }]} here={scope.name} />}
      >
        <ButtonLink href={`${scopeHref(scope.name)}/edit`} variant="secondary">
          {t('scopes.edit')}
        </ButtonLink>
      </PageHeading>
      {!scope.active && (
        <div>
          <StatusTag status="withdrawn" label={t('scopes.inactive')} />
        </div>
      )}
      {asked.length > 0 && (
        <CardBox>
          <Heading level={2} data-size="xs">
            {t('scopes.askedTitle')}
          </Heading>
          <AskedTable accesses={asked} orgUuid={organisation.uuid} />
        </CardBox>
      )}
      <CardBox>
        <Heading level={2} data-size="xs">
          {t('scopes.accessTitle')}
        </Heading>
        {scope.accessibleForAll && <p>{t('scopes.forAllNow')}</p>}
        {given.length === 0 ? (
          <p>{t('scopes.noAccess')}</p>
        ) : (
          <AccessTable accesses={given} orgUuid={organisation.uuid} />
        )}
        <Heading level={3} data-size="2xs">
          {t('scopes.giveTitle')}
        </Heading>
        <OrgNoPreview
          context={context}
          orgUuid={organisation.uuid}
          pasted={one(query, 'numbers')}
          already={new Set(given.map(({ consumerOrgNo }) => consumerOrgNo))}
          href={scopeHref(scope.name)}
          hidden={{ scope: scope.name }}
          action={give}
        />
      </CardBox>
      <CardBox>
        <Heading level={2} data-size="xs">
          {t('scopes.definition')}
        </Heading>
        <Definition scope={scope} />
      </CardBox>
      <UseSwitch scope={scope} orgUuid={organisation.uuid} />
    </>
  );
}
