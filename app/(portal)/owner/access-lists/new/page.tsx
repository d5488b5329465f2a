import type { Metadata } from 'next';
import { TextLink } from '#app/_ui/text-link.tsx';
import { ACTING_FOR_FIELD } from '#lib/session/action-context.ts';
import { translator } from '#lib/session/translator.ts';
import { Crumbs } from '../../../_parts/crumbs.tsx';
import { formTexts } from '../../../_parts/form-texts.ts';
import { PageHeading } from '../../../_parts/page-heading.tsx';
import { RefusableForm } from '../../../_parts/refusable-form.tsx';
import { requireOwner } from '../../_parts/require-owner.ts';
import { create } from '../actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('owner'))('lists.new') };
}

export default async function NewAccessListPage() {
  const { organisation } = await requireOwner();
  const t = await translator('owner');
  return (
    <>
      <PageHeading
        title={t('lists.new')}
        size="md"
        above={<Crumbs links={[{ href: '/owner/access-lists', text: t('lists.title') }]} here={t('lists.new')} />}
      />
      <RefusableForm
        keptAs="list"
        action={create}
        parts={[
          { kind: 'hidden', name: ACTING_FOR_FIELD, value: organisation.uuid },
          { kind: 'text', name: 'identifier', label: t('lists.id'), description: t('lists.idHint'), maxLength: 255 },
          { kind: 'text', name: 'name', label: t('lists.name'), maxLength: 255 },
          { kind: 'text', name: 'description', label: t('lists.description'), rows: 3, maxLength: 4000 },
        ]}
        texts={await formTexts(t('lists.create'))}
      >
        <TextLink href="/owner/access-lists">{t('cancel')}</TextLink>
      </RefusableForm>
    </>
  );
}
