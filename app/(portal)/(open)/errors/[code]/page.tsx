import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CardBox } from '#app/_ui/card-box.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { TextLink } from '#app/_ui/text-link.tsx';
import { ERROR_TEXTS } from '#lib/maskinporten/error-texts.ts';
import { EXPLAINED_CODES, type ExplainedCode } from '#lib/maskinporten/problems.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { PageHeading } from '../../../_parts/page-heading.tsx';

type Props = { readonly params: Promise<{ readonly code: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const code = findCode((await params).code);
  return { title: code && `${code}: ${ERROR_TEXTS[code][await pageLanguage()].title}` };
}

export default async function ErrorCodePage({ params }: Props) {
  const code = findCode((await params).code);
  if (!code) notFound();
  const t = await translator('errors');
  const { title, causes, cure } = ERROR_TEXTS[code][await pageLanguage()];
  return (
    <>
      <PageHeading above={<code>{code}</code>} title={title} />
      <CardBox>
        <Heading level={2} data-size="xs">
          {t('catalogue.causes')}
        </Heading>
        <ul className="flex list-disc flex-col gap-2 pl-6">
          {causes.map((cause) => (
            <li key={cause}>{cause}</li>
          ))}
        </ul>
      </CardBox>
      <CardBox>
        <Heading level={2} data-size="xs">
          {t('catalogue.remedy')}
        </Heading>
        <p>{cure}</p>
      </CardBox>
      <p>
        <TextLink href="/errors">{t('catalogue.all')}</TextLink>
      </p>
    </>
  );
}

/** Codes are found in any capitals; a link in a log is often typed by hand. */
function findCode(text: string): ExplainedCode | undefined {
  return EXPLAINED_CODES.find((code) => code.toLowerCase() === text.toLowerCase());
}
