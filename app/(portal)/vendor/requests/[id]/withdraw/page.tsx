import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CardBox } from '#app/_ui/card-box.tsx';
import { readVendorTimeline } from '#lib/requests/overview/list-vendor-requests.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { translator } from '#lib/session/translator.ts';
import { ask } from '../../../../_parts/ask.ts';
import { CancelLink } from '../../../../_parts/cancel-link.tsx';
import { Crumbs } from '../../../../_parts/crumbs.tsx';
import { PageHeading } from '../../../../_parts/page-heading.tsx';
import { WithdrawForm } from '../../withdraw-form.tsx';

type Props = { readonly params: Promise<{ readonly id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('vendor'))('requests.withdraw') };
}

export default async function WithdrawPage({ params }: Props) {
  const { context, organisation } = await requireParty();
  const t = await translator('vendor');
  const { id } = await params;
  const summary = await ask(readVendorTimeline(context, { vendorOrgNo: organisation.orgNo, id }));
  if (summary.request.isDeleted) notFound();
  const { name } = summary.organisation;
  return (
    <>
      <Crumbs
        links={[
          { href: '/vendor/requests', text: t('requests.title') },
          { href: `/vendor/requests/${id}`, text: name },
        ]}
      />
      <PageHeading size="md" title={t('requests.withdrawTitle', { organisation: name })} />
      <CardBox>
        <WithdrawForm summary={summary} orgUuid={organisation.uuid} />
      </CardBox>
      <CancelLink href={`/vendor/requests/${id}`} />
    </>
  );
}
