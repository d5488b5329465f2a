import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { readRequestLetter } from '#lib/requests/letter/read-request-letter.ts';
import { requirePerson } from '#lib/session/page-context.ts';
import { translator } from '#lib/session/translator.ts';
import { ask } from '../../../../_parts/ask.ts';
import { CancelLink } from '../../../../_parts/cancel-link.tsx';
import { PageHeading } from '../../../../_parts/page-heading.tsx';
import { RejectForm } from '../_letter/reject-form.tsx';

type Props = { readonly params: Promise<{ readonly id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('requests'))('rejectConfirm') };
}

/** The question that the letter's dialog asks, as a page of its own for browsers without JavaScript. */
export default async function RejectPage({ params }: Props) {
  const { id } = await params;
  const { context } = await requirePerson();
  const t = await translator('requests');
  const letter = await ask(readRequestLetter(context, id));
  const open = letter && letter.reader !== 'stranger' && (letter.state === 'waiting' || letter.state === 'blocked');
  if (!open || letter.reader === 'may-forward') redirect(`/requests/${encodeURIComponent(id)}`);
  return (
    <>
      <PageHeading title={t('rejectTitle', { vendor: letter.vendor.name })} />
      <RejectForm letter={letter} />
      <CancelLink href={`/requests/${letter.id}`} />
    </>
  );
}
