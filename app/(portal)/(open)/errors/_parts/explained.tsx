import type { ReactNode } from 'react';
import { CardBox } from '#app/_ui/card-box.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { TextLink } from '#app/_ui/text-link.tsx';
import { translator } from '#lib/session/translator.ts';
import { CodedText } from '../../../_parts/coded-text.tsx';
import { PageHeading } from '../../../_parts/page-heading.tsx';

/** A code with what it means, why it comes and what helps; more about it stands below. */
export async function Explained({
  code,
  title,
  causes,
  cures,
  isNeverAnswered = false,
  children,
}: {
  readonly code: string;
  readonly title: string;
  readonly causes: readonly string[];
  readonly cures: readonly string[];
  readonly isNeverAnswered?: boolean;
  readonly children?: ReactNode;
}) {
  const t = await translator('errors');
  return (
    <>
      <PageHeading
        above={<code>{code}</code>}
        title={title}
        lead={isNeverAnswered && t('catalogue.neverAnswered.lead')}
      />
      <CardBox>
        <Heading level={2} data-size="xs">
          {isNeverAnswered ? t('catalogue.neverAnswered.causes') : t('catalogue.causes')}
        </Heading>
        <Sentences texts={causes} />
      </CardBox>
      <CardBox>
        <Heading level={2} data-size="xs">
          {isNeverAnswered ? t('catalogue.neverAnswered.remedy') : t('catalogue.remedy')}
        </Heading>
        {cures.length > 1 ? <Sentences texts={cures} /> : <p>{cures.map(coded)}</p>}
      </CardBox>
      {children}
      <p>
        <TextLink href="/errors">{t('catalogue.all')}</TextLink>
      </p>
    </>
  );
}

function Sentences({ texts }: { readonly texts: readonly string[] }) {
  return (
    <ul className="flex list-disc flex-col gap-2 pl-6">
      {texts.map((text) => (
        <li key={text}>{coded(text)}</li>
      ))}
    </ul>
  );
}

function coded(text: string) {
  return <CodedText key={text} text={text} />;
}
