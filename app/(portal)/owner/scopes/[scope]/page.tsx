import type { Metadata } from 'next';
import { ButtonLink } from '#app/_ui/button-link.tsx';
import { CardBox } from '#app/_ui/card-box.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { StatusTag } from '#app/_ui/status-tag.tsx';
import { findConsumers } from '#lib/maskinporten/scopes/find-consumers.ts';
import { listConsumers } from '#lib/maskinporten/scopes/list-consumers.ts';
import { scopeDescription } from '#lib/maskinporten/scopes/model.ts';
import { readScope } from '#lib/maskinporten/scopes/read-scope.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ask } from '../../../_parts/ask.ts';
import { Crumbs } from '../../../_parts/crumbs.tsx';
import { ListPages } from '../../../_parts/list-pages.tsx';
import { ListSearch } from '../../../_parts/list-search.tsx';
import { Outcome, one, type Query } from '../../../_parts/outcome.tsx';
import { PageHeading } from '../../../_parts/page-heading.tsx';
import { addressOf, readPageQuery } from '../../../_parts/page-query.ts';
import { OrgNoPreview } from '../../_parts/org-no-preview.tsx';
import { parseOrgNos } from '../../_parts/org-nos.ts';
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
  const given = await searchParams;
  const { query, after } = readPageQuery(given);
  const afterAsked = one(given, 'afterAsked');
  const numbers = one(given, 'numbers');
  const scope = await ask(readScope(context, { name: scopeNameOf((await params).scope) }));
  const of = { scope: scope.name, query };
  const holders = await ask(listConsumers(context, { ...of, state: 'APPROVED', after }));
  const asked = await ask(listConsumers(context, { ...of, state: 'REQUESTED', after: afterAsked }));
  const { orgNos } = parseOrgNos(numbers ?? '');
  const hrefOf = (places: Readonly<Record<string, string | undefined>>) =>
    addressOf(scopeHref(scope.name), { q: query, after, afterAsked, ...places });
  return (
    <>
      <Outcome
        query={given}
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
      <ListSearch label={t('scopes.search')} query={query} total={Math.max(holders.total, asked.total)} />
      {asked.total > 0 && (
        <CardBox>
          <Heading level={2} data-size="xs">
            {t('scopes.askedTitle')}
          </Heading>
          <AskedTable accesses={asked.rows} orgUuid={organisation.uuid} />
          <ListPages
            page={asked}
            after={afterAsked}
            hrefOf={(next) => hrefOf({ afterAsked: next })}
            of={t('scopes.askedTitle')}
          />
        </CardBox>
      )}
      <CardBox>
        <Heading level={2} data-size="xs">
          {t('scopes.accessTitle')}
        </Heading>
        {scope.accessibleForAll && <p>{t('scopes.forAllNow')}</p>}
        {holders.total === 0 ? (
          <p>{query === '' ? t('scopes.noAccess') : t('scopes.notFound')}</p>
        ) : (
          <AccessTable accesses={holders.rows} orgUuid={organisation.uuid} />
        )}
        <ListPages
          page={holders}
          after={after}
          hrefOf={(next) => hrefOf({ after: next })}
          of={t('scopes.accessTitle')}
        />
        <Heading level={3} data-size="2xs">
          {t('scopes.giveTitle')}
        </Heading>
        <OrgNoPreview
          context={context}
          orgUuid={organisation.uuid}
          pasted={numbers}
          already={await ask(findConsumers(context, { scope: scope.name, orgNos }))}
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
