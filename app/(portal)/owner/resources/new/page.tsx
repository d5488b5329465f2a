import type { Metadata } from 'next';
import { TextLink } from '#app/_ui/text-link.tsx';
import { listScopes } from '#lib/maskinporten/scopes/list-scopes.ts';
import { ACTING_FOR_FIELD } from '#lib/session/action-context.ts';
import { translator } from '#lib/session/translator.ts';
import { ask } from '../../../_parts/ask.ts';
import { Crumbs } from '../../../_parts/crumbs.tsx';
import { formTexts } from '../../../_parts/form-texts.ts';
import { PageHeading } from '../../../_parts/page-heading.tsx';
import { RefusableForm } from '../../../_parts/refusable-form.tsx';
import { requireOwner } from '../../_parts/require-owner.ts';
import { detailParts, nameParts } from '../_resource/form-parts.ts';
import { create } from '../actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('owner'))('resources.new') };
}

export default async function NewResourcePage() {
  const { context, organisation } = await requireOwner();
  const t = await translator('owner');
  const scopes = await ask(listScopes(context, { inactive: false }));
  return (
    <>
      <PageHeading
        title={t('resources.new')}
        lead={t('resources.newLead')}
        size="md"
        above={<Crumbs links={[{ href: '/owner/resources', text: t('resources.title') }]} here={t('resources.new')} />}
      />
      <RefusableForm
        keptAs="resource"
        action={create}
        parts={[
          { kind: 'hidden', name: ACTING_FOR_FIELD, value: organisation.uuid },
          { kind: 'group', legend: t('resources.name'), parts: await nameParts() },
          ...(await detailParts(
            undefined,
            scopes.map(({ name }) => name),
          )),
        ]}
        texts={await formTexts(t('resources.create'))}
      >
        <TextLink href="/owner/resources">{t('cancel')}</TextLink>
      </RefusableForm>
    </>
  );
}
