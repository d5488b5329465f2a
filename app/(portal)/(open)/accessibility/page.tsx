import type { Metadata } from 'next';
import { Heading } from '#app/_ui/ds.ts';
import { texts } from '#lib/session/translator.ts';
import { PageHeading } from '../../_parts/page-heading.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await texts('help')).accessibility.title };
}

export default async function AccessibilityPage() {
  const { accessibility: words } = await texts('help');
  const sections = [
    { heading: words.done, text: words.doneText },
    { heading: words.gaps, text: words.gapsText },
    { heading: words.contact, text: words.contactText },
  ];
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      {sections.map(({ heading, text }) => (
        <section key={heading} className="flex flex-col gap-2">
          <Heading level={2} data-size="xs">
            {heading}
          </Heading>
          <p>{text}</p>
        </section>
      ))}
    </>
  );
}
