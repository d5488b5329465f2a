import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Breakable } from '#app/_ui/breakable.tsx';
import { CardBox } from '#app/_ui/card-box.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { TextLink } from '#app/_ui/text-link.tsx';
import { readReference } from '#lib/http/read-openapi.ts';
import { translator } from '#lib/session/translator.ts';
import { PageHeading } from '../../../_parts/page-heading.tsx';
import { OperationPart } from '../_reference/operation.tsx';

type Props = { readonly params: Promise<{ readonly section: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await translator('docs');
  const section = await findSection((await params).section);
  return { title: section && `${section.title}: ${t('title')}` };
}

export default async function ReferenceSectionPage({ params }: Props) {
  const section = await findSection((await params).section);
  if (!section) notFound();
  const t = await translator('docs');
  return (
    <>
      <PageHeading
        above={<TextLink href="/docs">{t('back')}</TextLink>}
        title={<span lang="en">{section.title}</span>}
        lead={t('endpoints', { count: section.operations.length })}
      />
      {section.operations.length > 2 && (
        <nav aria-labelledby="contents">
          <CardBox>
            <Heading level={2} data-size="2xs" id="contents">
              {t('onThisPage')}
            </Heading>
            <ul className="flex flex-col gap-2" lang="en">
              {section.operations.map(({ operationId, method, path, summary }) => (
                <li key={operationId} className="flex min-w-0 flex-col">
                  <TextLink href={`#${operationId}`}>{summary}</TextLink>
                  <code className="text-sm text-text-subtle">
                    {method} <Breakable text={path} />
                  </code>
                </li>
              ))}
            </ul>
          </CardBox>
        </nav>
      )}
      {section.operations.map((operation) => (
        <OperationPart key={operation.operationId} operation={operation} />
      ))}
    </>
  );
}

async function findSection(slug: string) {
  return (await readReference()).flatMap(({ sections }) => sections).find((section) => section.slug === slug);
}
