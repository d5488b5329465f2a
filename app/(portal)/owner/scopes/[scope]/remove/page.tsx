import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { TextLink } from '#app/_ui/text-link.tsx';
import { listGivenAccess } from '#lib/maskinporten/scopes/list-given-access.ts';
import { translator } from '#lib/session/translator.ts';
import { ask } from '../../../../_parts/ask.ts';
import { one, type Query } from '../../../../_parts/outcome.tsx';
import { PageHeading } from '../../../../_parts/page-heading.tsx';
import { requireOwner } from '../../../_parts/require-owner.ts';
import { RemoveForm } from '../../_scope/remove-form.tsx';
import { scopeHref, scopeNameOf } from '../../_scope/scope-href.ts';

type Props = { readonly params: Promise<{ readonly scope: string }>; readonly searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('owner'))('scopes.removeConfirm') };
}

/** The question that the table's dialog asks, as a page of its own for browsers without JavaScript. */
export default async function RemoveAccessPage({ params, searchParams }: Props) {
  const { context, organisation } = await requireOwner();
  const t = await translator('owner');
  const scope = scopeNameOf((await params).scope);
  const accesses = await ask(listGivenAccess(context, { scope, inactive: false }));
  const orgNo = one(await searchParams, 'orgNo');
  const access = accesses.find(({ consumerOrgNo }) => consumerOrgNo === orgNo);
  if (!access) redirect(scopeHref(scope));
  const name = { name: access.consumerName };
  return (
    <>
      <PageHeading
        title={access.state === 'REQUESTED' ? t('scopes.rejectTitle', name) : t('scopes.removeTitle', name)}
        size="md"
      />
      <RemoveForm access={access} orgUuid={organisation.uuid} />
      <p>
        <TextLink href={scopeHref(scope)}>{t('cancel')}</TextLink>
      </p>
    </>
  );
}
