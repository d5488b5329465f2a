import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { CardBox } from '#app/_ui/card-box.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { TextLink } from '#app/_ui/text-link.tsx';
import { NUMBERED_CODES } from '#lib/i18n/problem-texts.ts';
import { ERROR_TEXTS } from '#lib/maskinporten/error-texts.ts';
import { EXPLAINED_CODES } from '#lib/maskinporten/problems.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { PageHeading } from '../../../_parts/page-heading.tsx';

type Props = { readonly params: Promise<{ readonly code: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const code = find(EXPLAINED_CODES, (await params).code);
  return { title: code && `${code}: ${ERROR_TEXTS[code][await pageLanguage()].title}` };
}

export default async function ErrorCodePage({ params }: Props) {
  const asked = (await params).code;
  const code = find(EXPLAINED_CODES, asked);
  if (!code) {
    const numbered = find(NUMBERED_CODES, asked);
    if (numbered) redirect(`/errors#${numbered}`);
    notFound();
  }
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
function find<Code extends string>(codes: readonly Code[], text: string): Code | undefined {
  return codes.find((code) => code.toLowerCase() === text.toLowerCase());
}
