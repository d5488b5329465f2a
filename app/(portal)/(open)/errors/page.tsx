import type { Metadata } from 'next';
import { TextLink } from '#app/_ui/text-link.tsx';
import { ERROR_TEXTS } from '#lib/maskinporten/error-texts.ts';
import { EXPLAINED_CODES } from '#lib/maskinporten/problems.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { PageHeading } from '../../_parts/page-heading.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator('errors');
  return { title: t('catalogue.title') };
}

export default async function ErrorCatalogue() {
  const t = await translator('errors');
  const language = await pageLanguage();
  return (
    <>
      <PageHeading title={t('catalogue.title')} lead={t('catalogue.lead')} />
      <ul className="flex flex-col rounded-lg border border-border-subtle bg-background-default">
        {EXPLAINED_CODES.map((code) => (
          <li
            key={code}
            className="grid gap-x-4 border-b border-border-subtle px-5 py-3 last:border-b-0 sm:grid-cols-[11rem_1fr]"
          >
            <TextLink href={`/errors/${code}`}>
              <code>{code}</code>
            </TextLink>
            <span>{ERROR_TEXTS[code][language].title}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
