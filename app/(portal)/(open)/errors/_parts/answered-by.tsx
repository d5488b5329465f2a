import { Breakable } from '#app/_ui/breakable.tsx';
import { CardBox } from '#app/_ui/card-box.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { TextLink } from '#app/_ui/text-link.tsx';
import { type ReferenceSection, readReference, sectionsAnswering, statusOf } from '#lib/http/read-openapi.ts';
import { translator } from '#lib/session/translator.ts';

/** The endpoints that answer a code, each with its place in the reference, and the status that it comes with. */
export async function AnsweredBy({ code }: { readonly code: string }) {
  const t = await translator('errors');
  const sections = sectionsAnswering(await readReference(), code);
  if (sections.length === 0) return null;
  const operations = sections.flatMap((section) => section.operations);
  const status = [...new Set(operations.map((operation) => statusOf(operation, code)))].join(', ');
  return (
    <CardBox>
      <div className="flex flex-col gap-1">
        <Heading level={2} data-size="xs">
          {t('catalogue.answeredBy')}
        </Heading>
        <p className="text-text-subtle">{t('catalogue.withStatus', { status })}</p>
      </div>
      {sections.map((section) => (
        <Operations key={section.slug} section={section} />
      ))}
    </CardBox>
  );
}

function Operations({ section: { slug, title, operations } }: { readonly section: ReferenceSection }) {
  return (
    <section className="flex flex-col gap-2" lang="en">
      <Heading level={3} data-size="2xs">
        {title}
      </Heading>
      <ul className="flex flex-col gap-2">
        {operations.map(({ operationId, method, path, summary }) => (
          <li key={operationId} className="flex min-w-0 flex-col">
            <TextLink href={`/docs/${slug}#${operationId}`}>
              <code className="text-sm">
                <Breakable text={`${method} ${path}`} />
              </code>
            </TextLink>
            <span className="text-sm text-text-subtle">{summary}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
