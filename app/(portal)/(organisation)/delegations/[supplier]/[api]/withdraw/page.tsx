import type { Metadata } from 'next';
import { translator } from '#lib/session/translator.ts';
import { delegationHref } from '../../../../../_parts/api-words.ts';
import { CancelLink } from '../../../../../_parts/cancel-link.tsx';
import { PageHeading } from '../../../../../_parts/page-heading.tsx';
import { readOne } from '../../../_delegation/read-one.ts';
import { WithdrawForm } from '../../../_delegation/withdraw-form.tsx';

type Props = { readonly params: Promise<{ readonly supplier: string; readonly api: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('delegations'))('detail.withdraw') };
}

/** The dialog's question as a page of its own, for browsers without JavaScript. */
export default async function WithdrawPage({ params }: Props) {
  const { supplier, api } = await params;
  const { delegation, organisation } = await readOne(supplier, api);
  const t = await translator('delegations');
  return (
    <>
      <PageHeading title={t('withdrawal.title', { supplier: delegation.supplier.name })} />
      <WithdrawForm delegation={delegation} organisation={organisation} />
      <CancelLink href={delegationHref(delegation)} />
    </>
  );
}
