import type { Metadata } from 'next';
import { ACTING_FOR_FIELD } from '#lib/session/action-context.ts';
import { translator } from '#lib/session/translator.ts';
import { formTexts } from '../../_parts/form-texts.ts';
import { PageHeading } from '../../_parts/page-heading.tsx';
import { RefusableForm } from '../../_parts/refusable-form.tsx';
import { requireOperator } from '../_parts/require-operator.ts';
import { lookUp } from './actions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('platform'))('lookup.title') };
}

export default async function LookupPage() {
  const { organisation } = await requireOperator();
  const t = await translator('platform');
  return (
    <>
      <PageHeading title={t('lookup.title')} lead={t('lookup.lead')} size="md" />
      <RefusableForm
        action={lookUp}
        parts={[
          { kind: 'hidden', name: ACTING_FOR_FIELD, value: organisation.uuid },
          {
            kind: 'text',
            name: 'number',
            label: t('lookup.number'),
            description: t('lookup.numberHint'),
            numeric: true,
            maxLength: 20,
          },
          {
            kind: 'text',
            name: 'reason',
            label: t('lookup.reason'),
            description: t('lookup.reasonHint'),
            rows: 2,
            maxLength: 500,
          },
        ]}
        texts={await formTexts(t('lookup.ask'))}
      />
    </>
  );
}
