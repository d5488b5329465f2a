import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { explainCode, findProblemCode, groupOf } from '#lib/i18n/explanations/explain-code.ts';
import type { Language } from '#lib/i18n/languages.ts';
import { findErrorText } from '#lib/maskinporten/error-texts.ts';
import { pageLanguage } from '#lib/session/translator.ts';
import { AnsweredBy } from '../_parts/answered-by.tsx';
import { Explained } from '../_parts/explained.tsx';

type Props = { readonly params: Promise<{ readonly code: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = find((await params).code, await pageLanguage());
  return { title: found && `${found.code}: ${found.title}` };
}

export default async function ErrorCodePage({ params }: Props) {
  const found = find((await params).code, await pageLanguage());
  if (!found) notFound();
  return (
    <Explained {...found}>
      <AnsweredBy code={found.code} />
    </Explained>
  );
}

/** A code of the token endpoint or of a problem, in any capitals: a link in a log is often typed by hand. */
function find(text: string, language: Language) {
  const token = findErrorText(text, language);
  if (token) {
    const { title, causes, cure } = token.text;
    return { code: token.code, title, causes, cures: [cure] };
  }
  const code = findProblemCode(text);
  return code && { code, ...explainCode(code, language), isNeverAnswered: groupOf(code) === 'neverAnswered' };
}
