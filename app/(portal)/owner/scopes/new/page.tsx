import type { Metadata } from 'next';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { listOwnPrefixes } from '#lib/maskinporten/prefixes/list-prefixes.ts';
import { ACTING_FOR_FIELD } from '#lib/session/action-context.ts';
import { translator } from '#lib/session/translator.ts';
import { ask } from '../../../_parts/ask.ts';
import { Crumbs } from '../../../_parts/crumbs.tsx';
import { formTexts } from '../../../_parts/form-texts.ts';
import { PageHeading } from '../../../_parts/page-heading.tsx';
import { RefusableForm } from '../../../_parts/refusable-form.tsx';
import { requireOwner } from '../../_parts/require-owner.ts';
import { nameParts, settingParts } from '../_scope/form-parts.ts';
import { create } from '../actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('owner'))('scopes.new') };
}

export default async function NewScopePage() {
  const { context, organisation } = await requireOwner();
  const t = await translator('owner');
  const prefixes = await ask(listOwnPrefixes(context));
  return (
    <>
      <PageHeading
        title={t('scopes.new')}
        lead={t('scopes.newLead')}
        size="md"
        above={<Crumbs links={[{ href: '/owner/scopes', text: t('scopes.title') }]} here={t('scopes.new')} />}
      />
      {prefixes.length === 0 ? (
        <EmptyState text={t('scopes.noPrefix')} />
      ) : (
        <RefusableForm
          keptAs="scope"
          action={create}
          parts={[
            { kind: 'hidden', name: ACTING_FOR_FIELD, value: organisation.uuid },
            { kind: 'group', legend: t('scopes.name'), parts: await nameParts(prefixes) },
            ...(await settingParts(undefined)),
          ]}
          texts={await formTexts(t('scopes.create'))}
        >
          <TextLink href="/owner/scopes">{t('cancel')}</TextLink>
        </RefusableForm>
      )}
    </>
  );
}
