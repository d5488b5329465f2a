import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { TextLink } from '#app/_ui/text-link.tsx';
import { readScope } from '#lib/maskinporten/scopes/read-scope.ts';
import { translator } from '#lib/session/translator.ts';
import { ask } from '../../../../_parts/ask.ts';
import { PageHeading } from '../../../../_parts/page-heading.tsx';
import { requireOwner } from '../../../_parts/require-owner.ts';
import { scopeHref, scopeNameOf } from '../../_scope/scope-href.ts';
import { DeactivateForm } from '../../_scope/use-switch.tsx';

type Props = { readonly params: Promise<{ readonly scope: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('owner'))('scopes.deactivateConfirm') };
}

/** The question that the dialog asks, as a page of its own for browsers without JavaScript. */
export default async function DeactivateScopePage({ params }: Props) {
  const { context, organisation } = await requireOwner();
  const t = await translator('owner');
  const scope = await ask(readScope(context, { name: scopeNameOf((await params).scope) }));
  if (!scope.active) redirect(scopeHref(scope.name));
  return (
    <>
      <PageHeading title={t('scopes.deactivateTitle', { scope: scope.name })} size="md" />
      <DeactivateForm scope={scope} orgUuid={organisation.uuid} />
      <p>
        <TextLink href={scopeHref(scope.name)}>{t('cancel')}</TextLink>
      </p>
    </>
  );
}
