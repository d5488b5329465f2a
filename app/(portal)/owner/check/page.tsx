import type { Metadata } from 'next';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { textIn } from '#lib/resources/access-packages/model.ts';
import { listOwnResources } from '#lib/resources/read-own-resource.ts';
import { ACTING_FOR_FIELD } from '#lib/session/action-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ask } from '../../_parts/ask.ts';
import { formTexts } from '../../_parts/form-texts.ts';
import { PageHeading } from '../../_parts/page-heading.tsx';
import { RefusableForm } from '../../_parts/refusable-form.tsx';
import { requireOwner } from '../_parts/require-owner.ts';
import { check } from './actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('owner'))('check.title') };
}

export default async function CheckPage() {
  const { context, organisation } = await requireOwner();
  const t = await translator('owner');
  const language = await pageLanguage();
  const own = await ask(listOwnResources(context, organisation.orgNo));
  return (
    <>
      <PageHeading title={t('check.title')} lead={t('check.lead')} size="md" />
      {own.length === 0 ? (
        <EmptyState text={t('check.noResources')} />
      ) : (
        <RefusableForm
          action={check}
          parts={[
            { kind: 'hidden', name: ACTING_FOR_FIELD, value: organisation.uuid },
            { kind: 'text', name: 'who', label: t('check.who'), description: t('check.whoHint'), maxLength: 40 },
            {
              kind: 'select',
              name: 'resource',
              label: t('check.resource'),
              options: own.map(({ resource }) => ({
                value: resource.identifier,
                text: `${textIn(resource.title, language)} (${resource.identifier})`,
              })),
            },
            {
              kind: 'text',
              name: 'action',
              label: t('check.action'),
              description: t('check.actionHint'),
              value: 'read',
              maxLength: 100,
            },
            {
              kind: 'text',
              name: 'party',
              label: t('check.party'),
              description: t('check.partyHint'),
              numeric: true,
              maxLength: 20,
            },
          ]}
          texts={await formTexts(t('check.ask'))}
        />
      )}
    </>
  );
}
