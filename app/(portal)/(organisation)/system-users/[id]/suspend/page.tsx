import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { parseUuid } from '#lib/kernel/brands.ts';
import { readOwnSystemUser } from '#lib/requests/overview/read-own-system-user.ts';
import { requirePerson } from '#lib/session/page-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ask } from '../../../../_parts/ask.ts';
import { CancelLink } from '../../../../_parts/cancel-link.tsx';
import { PageHeading } from '../../../../_parts/page-heading.tsx';
import { SuspendForm } from '../_parts/suspend-form.tsx';

type Props = { readonly params: Promise<{ readonly id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('systemUsers'))('suspend') };
}

/** The dialog's question as a page of its own, for browsers without JavaScript. */
export default async function SuspendPage({ params }: Props) {
  const { id } = await params;
  const { context } = await requirePerson();
  const t = await translator('systemUsers');
  const view = await ask(readOwnSystemUser(context, parseUuid(id) ?? ''));
  if (!view.mayWithdraw || view.user.suspension) redirect(`/system-users/${view.user.id}`);
  return (
    <>
      <PageHeading title={t('suspension.title', { system: view.system.name[await pageLanguage()] })} />
      <SuspendForm view={view} />
      <CancelLink href={`/system-users/${view.user.id}`} />
    </>
  );
}
