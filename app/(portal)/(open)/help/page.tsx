import type { Metadata } from 'next';
import { CardBox } from '#app/_ui/card-box.tsx';
import { DescriptionList } from '#app/_ui/description-list.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { pageLanguage, texts } from '#lib/session/translator.ts';
import { PageHeading } from '../../_parts/page-heading.tsx';

const GUIDES = ['answer', 'create', 'withdraw', 'who', 'delegate', 'result'] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await texts('help')).title };
}

export default async function HelpPage() {
  const { title, lead, guides, glossary, terms } = await texts('help');
  const language = await pageLanguage();
  const words = Object.values(terms)
    .map(({ term, meaning }) => ({ term, description: meaning }))
    .sort((a, b) => a.term.localeCompare(b.term, language));
  return (
    <>
      <PageHeading title={title} lead={lead} />
      <section className="flex flex-col gap-4">
        <Heading level={2} data-size="sm">
          {guides.heading}
        </Heading>
        {GUIDES.map((guide) => (
          <CardBox key={guide}>
            <div className="flex flex-col gap-2">
              <Heading level={3} data-size="2xs">
                {guides[guide].title}
              </Heading>
              <p>{guides[guide].text}</p>
            </div>
          </CardBox>
        ))}
      </section>
      <section className="flex flex-col gap-4">
        <Heading level={2} data-size="sm">
          {glossary}
        </Heading>
        <CardBox>
          <DescriptionList items={words} />
        </CardBox>
      </section>
    </>
  );
}
