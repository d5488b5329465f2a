import type { Metadata } from 'next';
import { TextLink } from '#app/_ui/text-link.tsx';
import { readScope } from '#lib/maskinporten/scopes/read-scope.ts';
import { ACTING_FOR_FIELD } from '#lib/session/action-context.ts';
import { translator } from '#lib/session/translator.ts';
import { ask } from '../../../../_parts/ask.ts';
import { Crumbs } from '../../../../_parts/crumbs.tsx';
import { formTexts } from '../../../../_parts/form-texts.ts';
import { PageHeading } from '../../../../_parts/page-heading.tsx';
import { RefusableForm } from '../../../../_parts/refusable-form.tsx';
import { requireOwner } from '../../../_parts/require-owner.ts';
import { settingParts } from '../../_scope/form-parts.ts';
import { scopeHref, scopeNameOf } from '../../_scope/scope-href.ts';
import { change } from '../../actions.ts';

type Props = { readonly params: Promise<{ readonly scope: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await translator('owner');
  return { title: t('scopes.editTitle', { scope: scopeNameOf((await params).scope) }) };
}

export default async function EditScopePage({ params }: Props) {
  const { context, organisation } = await requireOwner();
  const t = await translator('owner');
  const scope = await ask(readScope(context, { name: scopeNameOf((await params).scope) }));
  const links = [
    { href: '/owner/scopes', text: t('scopes.title') },
    { href: scopeHref(scope.name), text: scope.name },
  ];
  return (
    <>
      <PageHeading
        title={<span className="break-all">{t('scopes.editTitle', { scope: scope.name })}</span>}
        size="md"
        above={<Crumbs links={links} here={t('scopes.edit')} />}
      />
      <RefusableForm
        keptAs="scope"
        action={change}
        parts={[
          { kind: 'hidden', name: ACTING_FOR_FIELD, value: organisation.uuid },
          { kind: 'hidden', name: 'scope', value: scope.name },
          ...(await settingParts(scope)),
        ]}
        texts={await formTexts(t('save'))}
      >
        <TextLink href={scopeHref(scope.name)}>{t('cancel')}</TextLink>
      </RefusableForm>
    </>
  );
}
