import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { Heading } from '#app/_ui/ds.ts';
import { TextLink } from '#app/_ui/text-link.tsx';
import { NUMBERED_CODES, problemText } from '#lib/i18n/problem-texts.ts';
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
      <Codes title={t('catalogue.ofTokens')}>
        {EXPLAINED_CODES.map((code) => (
          <Code key={code} code={code} text={ERROR_TEXTS[code][language].title} href={`/errors/${code}`} />
        ))}
      </Codes>
      <Codes title={t('catalogue.ofApis')}>
        {NUMBERED_CODES.map((code) => (
          <Code key={code} code={code} text={problemText(language, code) ?? ''} />
        ))}
      </Codes>
    </>
  );
}

function Codes({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="flex flex-col gap-3">
      <Heading level={2} data-size="xs">
        {title}
      </Heading>
      <ul className="flex flex-col rounded-lg border border-border-subtle bg-background-default">{children}</ul>
    </section>
  );
}

/** A code with a page of its own, or one whose link leads here. */
function Code({ code, text, href }: { readonly code: string; readonly text: string; readonly href?: string }) {
  return (
    <li
      id={code}
      className="grid gap-x-4 border-b border-border-subtle px-5 py-3 last:border-b-0 target:bg-surface-tinted sm:grid-cols-[11rem_1fr]"
    >
      {href ? (
        <TextLink href={href}>
          <code>{code}</code>
        </TextLink>
      ) : (
        <code>{code}</code>
      )}
      <span>{text}</span>
    </li>
  );
}
