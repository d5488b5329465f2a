import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { Alert } from '#app/_ui/ds.ts';
import { TextLink } from '#app/_ui/text-link.tsx';
import { mayTake } from '#lib/onboarding/model.ts';
import { readAgreement } from '#lib/onboarding/read-agreement.ts';
import { readSuspensionEffect } from '#lib/onboarding/suspend-vendor.ts';
import { findOrganisation } from '#lib/parties/find-party.ts';
import { ACTING_FOR_FIELD } from '#lib/session/action-context.ts';
import { translator } from '#lib/session/translator.ts';
import { ask } from '../../../../_parts/ask.ts';
import { Crumbs } from '../../../../_parts/crumbs.tsx';
import { formTexts } from '../../../../_parts/form-texts.ts';
import { PageHeading } from '../../../../_parts/page-heading.tsx';
import { RefusableForm } from '../../../../_parts/refusable-form.tsx';
import { requireOperator } from '../../../_parts/require-operator.ts';
import { suspend } from '../../actions.ts';

type Props = { readonly params: Promise<{ readonly orgNo: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('platform'))('vendor.suspend') };
}

export default async function SuspendPage({ params }: Props) {
  const { context, organisation } = await requireOperator();
  const t = await translator('platform');
  const vendor = await findOrganisation(context.db, (await params).orgNo);
  if (!vendor) notFound();
  const href = `/platform/vendors/${vendor.orgNo}`;
  const { agreement } = await ask(readAgreement(context, { orgNo: vendor.orgNo }));
  if (!agreement || !mayTake('suspend', agreement.status)) redirect(href);
  const effect = await ask(readSuspensionEffect(context, { orgNo: vendor.orgNo }));
  const links = [
    { href: '/platform', text: t('queue.title') },
    { href, text: vendor.name },
  ];
  return (
    <>
      <PageHeading
        title={t('vendor.suspendTitle', { name: vendor.name })}
        size="md"
        above={<Crumbs links={links} here={t('vendor.suspend')} />}
      />
      <Alert data-color="warning">
        {t('vendor.suspendEffect', { systems: effect.systems, systemUsers: effect.systemUsers })}
      </Alert>
      <RefusableForm
        keptAs="suspend"
        action={suspend}
        color="danger"
        parts={[
          { kind: 'hidden', name: ACTING_FOR_FIELD, value: organisation.uuid },
          { kind: 'hidden', name: 'orgNo', value: vendor.orgNo },
          {
            kind: 'text',
            name: 'reason',
            label: t('vendor.reason'),
            description: t('vendor.reasonHint'),
            rows: 3,
            maxLength: 1000,
          },
        ]}
        texts={await formTexts(t('vendor.suspendConfirm', { name: vendor.name }))}
      >
        <TextLink href={href}>{t('cancel')}</TextLink>
      </RefusableForm>
    </>
  );
}
