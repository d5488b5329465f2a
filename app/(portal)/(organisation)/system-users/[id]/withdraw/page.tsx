import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { parseUuid } from '#lib/kernel/brands.ts';
import { readOwnSystemUser } from '#lib/requests/overview/read-own-system-user.ts';
import { requirePerson } from '#lib/session/page-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ask } from '../../../../_parts/ask.ts';
import { CancelLink } from '../../../../_parts/cancel-link.tsx';
import { PageHeading } from '../../../../_parts/page-heading.tsx';
import { WithdrawForm } from '../_parts/withdraw-form.tsx';

type Props = { readonly params: Promise<{ readonly id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('systemUsers'))('withdraw') };
}

/** The dialog's question as a page of its own, for browsers without JavaScript. */
export default async function WithdrawPage({ params }: Props) {
  const { id } = await params;
  const { context } = await requirePerson();
  const t = await translator('systemUsers');
  const view = await ask(readOwnSystemUser(context, parseUuid(id) ?? ''));
  if (!view.mayWithdraw) redirect(`/system-users/${view.user.id}`);
  return (
    <>
      <PageHeading title={t('withdrawal.title', { system: view.system.name[await pageLanguage()] })} />
      <WithdrawForm view={view} />
      <CancelLink href={`/system-users/${view.user.id}`} />
    </>
  );
}
