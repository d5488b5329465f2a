import type { Metadata } from 'next';
import { Heading } from '#app/_ui/ds.ts';
import { env } from '#lib/config/env.ts';
import { texts } from '#lib/session/translator.ts';
import { PageHeading } from '../../_parts/page-heading.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await texts('help')).privacy.title };
}

export default async function PrivacyPage() {
  const { privacy: words } = await texts('help');
  return (
    <>
      <PageHeading title={words.title} lead={words.lead} />
      <section className="flex flex-col gap-3">
        <Heading level={2} data-size="xs">
          {words.stored}
        </Heading>
        <ul className="flex list-disc flex-col gap-2 pl-6">
          {Object.values(words.items).map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
        {env().PORTAL_ENVIRONMENT !== 'production' && <p>{words.synthetic}</p>}
      </section>
      <section className="flex flex-col gap-2">
        <Heading level={2} data-size="xs">
          {words.cookies}
        </Heading>
        <p>{words.cookiesText}</p>
      </section>
    </>
  );
}
