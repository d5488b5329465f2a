import { ButtonLink } from '#app/_ui/button-link.tsx';
import { CardBox } from '#app/_ui/card-box.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { TextLink } from '#app/_ui/text-link.tsx';
import { listAccessPackages } from '#lib/resources/access-packages/list-access-packages.ts';
import { needsRules } from '#lib/resources/model.ts';
import { policySummary } from '#lib/resources/policies/policy-summary.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { resourceHref } from '../_resource/resource-href.ts';
import type { TabProps } from '../_resource/tab-props.ts';
import { LevelForm, UploadForm } from './policy-forms.tsx';
import { RuleMatrix } from './rule-matrix.tsx';
import { SentenceForm } from './sentence-form.tsx';
import { sentenceWords, subjectNamer } from './words.ts';

/** Who may do what with a resource: sentences to be changed, the same as a matrix, and the policy as a file. */
export async function RulesTab({ edit, ...props }: TabProps & { readonly edit: string | undefined }) {
  const { context, resource, policy, orgUuid } = props;
  const t = await translator('owner');
  const language = await pageLanguage();
  const packages = await listAccessPackages(context.db);
  const summary = policySummary(policy ?? { rules: [], obligations: [] });
  const nameOf = subjectNamer(t, packages, language);
  const href = resourceHref(resource.identifier, 'rules');
  const index = edit !== undefined && /^\d{1,3}$/.test(edit) ? Number(edit) : undefined;
  const edited = index === undefined ? undefined : summary.sentences[index];
  if (edit === 'new' || edited) {
    return (
      <SentenceForm
        resource={resource}
        orgUuid={orgUuid}
        packages={packages}
        sentence={edited}
        index={edited && index}
        cancelHref={href}
      />
    );
  }
  return (
    <>
      <CardBox>
        <div className="flex flex-wrap items-center justify-between gap-3">
          <Heading level={2} data-size="xs">
            {t('rules.title')}
          </Heading>
          <ButtonLink href={`${href}&edit=new`}>{t('rules.add')}</ButtonLink>
        </div>
        {summary.sentences.length === 0 ? (
          <p>{t(needsRules(resource) ? 'rules.none' : 'rules.notNeeded')}</p>
        ) : (
          <ol className="flex flex-col">
            {summary.sentences.map((sentence, place) => (
              <li
                key={sentence.ruleId}
                className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-border-subtle py-3 last:border-b-0"
              >
                <p className="min-w-0 max-w-[42rem] flex-1 basis-60 break-words">
                  {sentenceWords(t, language, nameOf, sentence)}
                </p>
                <TextLink href={`${href}&edit=${place}`}>{t('rules.edit', { number: String(place + 1) })}</TextLink>
              </li>
            ))}
          </ol>
        )}
      </CardBox>
      {summary.matrix.length > 0 && <RuleMatrix summary={summary} nameOf={nameOf} />}
      <CardBox>
        <Heading level={2} data-size="xs">
          {t('rules.level')}
        </Heading>
        <LevelForm identifier={resource.identifier} orgUuid={orgUuid} level={summary.minimumLevel} />
      </CardBox>
      <CardBox>
        <Heading level={2} data-size="xs">
          {t('rules.file')}
        </Heading>
        {policy && (
          <p>
            <a
              className="ds-link"
              data-color="accent"
              href={`/resourceregistry/api/v1/resource/${encodeURIComponent(resource.identifier)}/policy`}
              download={`${resource.identifier}.xml`}
            >
              {t('rules.download')}
            </a>
          </p>
        )}
        <UploadForm identifier={resource.identifier} orgUuid={orgUuid} />
      </CardBox>
    </>
  );
}
