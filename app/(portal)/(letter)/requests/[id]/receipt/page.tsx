import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { forwardFor } from '#lib/requests/forwarding/model.ts';
import { readRequestLetter } from '#lib/requests/letter/read-request-letter.ts';
import { requirePerson } from '#lib/session/page-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ask } from '../../../../_parts/ask.ts';
import { FocusedHeading } from '../../../../_parts/focused-heading.tsx';
import { PageHeading } from '../../../../_parts/page-heading.tsx';
import { Decision } from './decision.tsx';
import { SentOn } from './sent-on.tsx';
import { decisionWords, forwardWords } from './words.ts';

type Props = { readonly params: Promise<{ readonly id: string }> };

const read = cache(async (id: string) => {
  const { context } = await requirePerson();
  const letter = await ask(readRequestLetter(context, id));
  if (!letter || letter.reader === 'stranger') return undefined;
  const t = await translator('requests');
  const readerUuid = context.actor.partyUuid;
  if (letter.state === 'approved' || letter.state === 'rejected') {
    const words = decisionWords(t, letter, { readerUuid, language: await pageLanguage() });
    return { words, body: <Decision context={context} letter={letter} /> };
  }
  const forward = forwardFor(letter.forwards, readerUuid);
  if (!forward || (letter.state !== 'waiting' && letter.state !== 'blocked')) return undefined;
  const words = forwardWords(t, forward, readerUuid);
  return { words, body: <SentOn context={context} letter={letter} forward={forward} /> };
});

/** The outcome itself: it is what a screen reader says of a page that was reached without loading. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const receipt = await read((await params).id);
  return { title: receipt?.words.title ?? (await translator('requests'))('receipt.title') };
}

/** What was done, when and by whom; and the way on. */
export default async function ReceiptPage({ params }: Props) {
  const { id } = await params;
  const receipt = await read(id);
  if (!receipt) redirect(`/requests/${encodeURIComponent(id)}`);
  const { title, lead } = receipt.words;
  const t = await translator('requests');
  return (
    <>
      <PageHeading above={t('receipt.title')} title={<FocusedHeading>{title}</FocusedHeading>} lead={lead} />
      {receipt.body}
    </>
  );
}
