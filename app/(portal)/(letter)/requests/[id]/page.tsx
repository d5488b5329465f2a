import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { Alert } from '#app/_ui/ds.ts';
import { problemText } from '#lib/i18n/problem-texts.ts';
import { parseUuid } from '#lib/kernel/brands.ts';
import { readRequestLetter } from '#lib/requests/letter/read-request-letter.ts';
import { requirePerson } from '#lib/session/page-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ask } from '../../../_parts/ask.ts';
import { headingOf, referenceOf } from './_letter/heading.ts';
import { Letter } from './_letter/letter.tsx';
import { Sealed } from './_letter/sealed.tsx';

type Props = {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

const read = cache(async (id: string) => {
  const { context } = await requirePerson();
  const uuid = parseUuid(id);
  const letter = uuid && (await ask(readRequestLetter(context, uuid)));
  return letter || notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await translator('requests');
  const letter = await read((await params).id);
  if (letter.reader === 'stranger') return { title: t('stranger.title') };
  const parts = [headingOf(t, letter, await pageLanguage()), referenceOf(t, letter)];
  return { title: parts.filter((part) => part !== undefined).join(' · ') };
}

export default async function RequestPage({ params, searchParams }: Props) {
  const letter = await read((await params).id);
  const { problem } = await searchParams;
  if (letter.reader === 'stranger') return <Sealed letter={letter} />;
  const refusal = typeof problem === 'string' ? problemText(await pageLanguage(), problem) : undefined;
  return (
    <>
      {refusal && (
        <Alert data-color="danger" role="alert">
          {refusal}
        </Alert>
      )}
      <Letter letter={letter} />
    </>
  );
}
