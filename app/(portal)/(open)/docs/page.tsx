import type { Metadata } from 'next';
import { CardBox } from '#app/_ui/card-box.tsx';
import { DescriptionList } from '#app/_ui/description-list.tsx';
import { Heading, Link } from '#app/_ui/ds.ts';
import { EmptyState } from '#app/_ui/empty-state.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { env } from '#lib/config/env.ts';
import { readReference } from '#lib/http/read-openapi.ts';
import { translator } from '#lib/session/translator.ts';
import { PageHeading } from '../../_parts/page-heading.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('docs'))('title') };
}

export default async function ReferencePage() {
  const t = await translator('docs');
  const groups = await readReference();
  const { PORTAL_URL, RATE_LIMIT_PER_MINUTE: limit } = env();
  const start = [
    { term: t('address'), description: <code>{PORTAL_URL}</code> },
    {
      term: t('machineReadable'),
      // A plain link: the document is no page, and must not be fetched before somebody asks for it.
      description: (
        <Link href="/openapi.json" data-color="accent">
          openapi.json (OpenAPI 3.1)
        </Link>
      ),
    },
    { term: t('authentication'), description: t('authenticationText') },
    {
      term: t('errors'),
      description: (
        <>
          {t('errorsText')} <TextLink href="/errors">{t('errorsLink')}</TextLink>
        </>
      ),
    },
    { term: t('limits'), description: limit === 0 ? t('noLimits') : t('limitsText', { limit }) },
  ];
  return (
    <>
      <PageHeading title={t('title')} lead={`${t('lead')} ${t('inEnglish')}`} />
      <section className="flex flex-col gap-4">
        <Heading level={2} data-size="sm">
          {t('start')}
        </Heading>
        <CardBox>
          <DescriptionList items={start} />
        </CardBox>
      </section>
      {groups.length === 0 && <EmptyState text={t('missing')} />}
      {groups.map(({ name, sections }) => (
        <section key={name} className="flex flex-col gap-4" aria-label={name}>
          <Heading level={2} data-size="sm" lang="en">
            {name}
          </Heading>
          <ul className="flex flex-col rounded-lg border border-border-subtle bg-background-default">
            {sections.map(({ slug, title, operations }) => (
              <li
                key={slug}
                className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-border-subtle px-5 py-3 last:border-b-0"
              >
                <TextLink href={`/docs/${slug}`} lang="en">
                  {title}
                </TextLink>
                <span className="text-sm text-text-subtle">{t('endpoints', { count: operations.length })}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
