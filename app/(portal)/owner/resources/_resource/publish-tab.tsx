import { CardBox } from '#app/_ui/card-box.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { Moment } from '#app/_ui/moment.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { listAccessPackages } from '#lib/resources/access-packages/list-access-packages.ts';
import { listPublications, type Publication } from '#lib/resources/list-publications.ts';
import type { PolicyChange } from '#lib/resources/policies/compare-policies.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ask } from '../../../_parts/ask.ts';
import { sentenceWords, subjectNamer } from '../_rules/words.ts';
import { changeWords } from './change-words.ts';
import { resourceHref } from './resource-href.ts';
import type { TabProps } from './tab-props.ts';

/** What has been published of a resource, newest first: what each version and each set of rules changed, in words. */
export async function PublishTab({ context, resource }: TabProps) {
  const t = await translator('owner');
  const language = await pageLanguage();
  const publications = await ask(listPublications(context, resource.identifier));
  return (
    <CardBox>
      <Heading level={2} data-size="xs">
        {t('versions.title')}
      </Heading>
      <p className="max-w-[42rem]">{t('versions.now', { version: String(resource.versionId) })}</p>
      <p className="max-w-[42rem] text-text-subtle">
        {t('versions.how')} <TextLink href={resourceHref(resource.identifier)}>{t('versions.toForm')}</TextLink>
      </p>
      {publications.length === 0 ? (
        <p>{t('versions.none')}</p>
      ) : (
        <ol className="flex flex-col divide-y divide-border-subtle">
          {publications.map((publication) => (
            <li key={publication.id} className="flex flex-col gap-2 py-4 last:pb-0">
              <p className="font-medium">
                <Moment at={publication.at} language={language} withTime /> · {publication.by}
              </p>
              <What what={publication.what} context={context} />
            </li>
          ))}
        </ol>
      )}
    </CardBox>
  );
}

async function What({ what, context }: { readonly what: Publication['what']; readonly context: TabProps['context'] }) {
  const t = await translator('owner');
  const language = await pageLanguage();
  if (what.kind === 'created') return <p>{t('versions.created')}</p>;
  const words =
    what.kind === 'resource' ? changeWords(t, language, what.changes) : await policyWords(context, what.change);
  if (words.length === 0) return <p>{t('versions.same')}</p>;
  return (
    <ul className="list-disc pl-6">
      {words.map((text) => (
        <li key={text} className="max-w-[42rem] break-words">
          {text}
        </li>
      ))}
    </ul>
  );
}

async function policyWords({ db }: TabProps['context'], change: PolicyChange): Promise<readonly string[]> {
  const t = await translator('owner');
  const language = await pageLanguage();
  const nameOf = subjectNamer(t, await listAccessPackages(db), language);
  const levelOf = (level: number | undefined) => (level === undefined ? t('rules.levels.none') : String(level));
  return [
    ...change.added.map((rule) => t('versions.ruleAdded', { rule: sentenceWords(t, language, nameOf, rule) })),
    ...change.removed.map((rule) => t('versions.ruleRemoved', { rule: sentenceWords(t, language, nameOf, rule) })),
    ...(change.level
      ? [
          t('versions.value', {
            what: t('rules.level'),
            before: levelOf(change.level.before),
            after: levelOf(change.level.after),
          }),
        ]
      : []),
  ];
}
