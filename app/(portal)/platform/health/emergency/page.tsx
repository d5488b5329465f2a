import type { Metadata } from 'next';
import { TextLink } from '#app/_ui/text-link.tsx';
import { translator } from '#lib/session/translator.ts';
import { PageHeading } from '../../../_parts/page-heading.tsx';
import { requireOperator } from '../../_parts/require-operator.ts';
import { RotateForm } from '../rotate-form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('platform'))('health.emergency') };
}

/** The question that the dialog asks, as a page of its own for browsers without JavaScript. */
export default async function EmergencyPage() {
  const { organisation } = await requireOperator();
  const t = await translator('platform');
  return (
    <>
      <PageHeading title={t('health.emergencyTitle')} size="md" />
      <RotateForm orgUuid={organisation.uuid} isEmergency />
      <p>
        <TextLink href="/platform/health">{t('cancel')}</TextLink>
      </p>
    </>
  );
}
