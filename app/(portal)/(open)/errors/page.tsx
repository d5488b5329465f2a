import type { Metadata } from 'next';
import { CardBox } from '#app/_ui/card-box.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { TextLink } from '#app/_ui/text-link.tsx';
import { CODE_GROUPS, groupOf, PROBLEM_CODES } from '#lib/i18n/explanations/explain-code.ts';
import type { Language } from '#lib/i18n/languages.ts';
import { problemText } from '#lib/i18n/problem-texts.ts';
import { ERROR_TEXTS } from '#lib/maskinporten/error-texts.ts';
import { EXPLAINED_CODES } from '#lib/maskinporten/problems.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { PageHeading } from '../../_parts/page-heading.tsx';

type Entry = { readonly code: string; readonly text: string };

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator('errors');
  return { title: t('catalogue.title') };
}

export default async function ErrorCatalogue() {
  const t = await translator('errors');
  const groups = entriesIn(await pageLanguage()).map(({ name, entries }) => ({
    name,
    entries,
    title: t(`catalogue.groups.${name}`),
  }));
  return (
    <>
      <PageHeading title={t('catalogue.title')} lead={t('catalogue.lead')} />
      <nav aria-labelledby="contents">
        <CardBox>
          <Heading level={2} data-size="2xs" id="contents">
            {t('catalogue.onThisPage')}
          </Heading>
          <ul className="flex flex-col gap-2">
            {groups.map(({ name, title }) => (
              <li key={name}>
                <TextLink href={`#${name}`}>{title}</TextLink>
              </li>
            ))}
          </ul>
        </CardBox>
      </nav>
      {groups.map((group) => (
        <Codes key={group.name} {...group} />
      ))}
    </>
  );
}

/** Every code with its sentence, those of the token endpoint first. */
function entriesIn(language: Language) {
  const tokens = EXPLAINED_CODES.map((code) => ({ code, text: ERROR_TEXTS[code][language].title }));
  const problems = CODE_GROUPS.map((name) => ({
    name,
    entries: PROBLEM_CODES.filter((code) => groupOf(code) === name).map((code) => ({
      code,
      text: problemText(language, code) ?? '',
    })),
  }));
  return [{ name: 'tokens', entries: tokens } as const, ...problems];
}

function Codes(props: { readonly name: string; readonly title: string; readonly entries: readonly Entry[] }) {
  return (
    <section className="flex flex-col gap-3" aria-labelledby={props.name}>
      <Heading level={2} data-size="xs" id={props.name}>
        {props.title}
      </Heading>
      <ul className="grid rounded-lg border border-border-subtle bg-background-default sm:grid-cols-[minmax(11rem,max-content)_1fr]">
        {props.entries.map(({ code, text }) => (
          <li
            key={code}
            id={code}
            className="col-span-full grid grid-cols-subgrid gap-x-4 border-b border-border-subtle px-5 py-3 last:border-b-0 target:bg-surface-tinted"
          >
            <TextLink href={`/errors/${code}`}>
              <code>{code}</code>
            </TextLink>
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
