import { CardBox } from '#app/_ui/card-box.tsx';
import { Heading } from '#app/_ui/ds.ts';
import { SubmitButton } from '#app/_ui/submit-button.tsx';
import { TextLink } from '#app/_ui/text-link.tsx';
import { type AccessPackage, codeOf, textIn } from '#lib/resources/access-packages/model.ts';
import type { Resource } from '#lib/resources/model.ts';
import type { PolicySummary } from '#lib/resources/policies/policy-summary.ts';
import { ACTING_FOR_FIELD } from '#lib/session/action-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { ActingFor } from '../../../_parts/acting-for.tsx';
import { KNOWN_ACTIONS } from '../../../_parts/authority-words.ts';
import { choiceTexts } from '../../../_parts/choice-texts.ts';
import type { FormPart } from '../../../_parts/form-part.tsx';
import { formTexts } from '../../../_parts/form-texts.ts';
import { RefusableForm } from '../../../_parts/refusable-form.tsx';
import { RULE_ROLES, roleWithCode } from '../../../_parts/role-words.ts';
import { removeSentence, saveSentence } from './actions.ts';
import { actionWord } from './words.ts';

type Sentence = PolicySummary['sentences'][number];

/** One sentence of a policy: who, and what they may do. */
export async function SentenceForm({
  resource,
  orgUuid,
  packages,
  sentence,
  index,
  cancelHref,
}: {
  readonly resource: Resource;
  readonly orgUuid: string;
  readonly packages: readonly AccessPackage[];
  /** The sentence to change; a new one when there is none. */
  readonly sentence: Sentence | undefined;
  readonly index: number | undefined;
  readonly cancelHref: string;
}) {
  const t = await translator('owner');
  return (
    <CardBox>
      <Heading level={2} data-size="xs">
        {index === undefined ? t('rules.add') : t('rules.edit', { number: String(index + 1) })}
      </Heading>
      <RefusableForm
        keptAs="sentence"
        action={saveSentence}
        parts={[
          { kind: 'hidden', name: ACTING_FOR_FIELD, value: orgUuid },
          { kind: 'hidden', name: 'identifier', value: resource.identifier },
          { kind: 'hidden', name: 'index', value: index === undefined ? '' : String(index) },
          ...(sentence?.subjects.some(({ kind }) => kind === 'other')
            ? [{ kind: 'hidden', name: 'hasOthers', value: 'true' } as const]
            : []),
          ...(await whoParts(packages, sentence)),
          ...(await whatParts(sentence)),
        ]}
        texts={await formTexts(t('rules.save'))}
      >
        <TextLink href={cancelHref}>{t('cancel')}</TextLink>
      </RefusableForm>
      {index !== undefined && (
        <form action={removeSentence}>
          <ActingFor orgUuid={orgUuid} />
          <input type="hidden" name="identifier" value={resource.identifier} />
          <input type="hidden" name="index" value={index} />
          <SubmitButton variant="tertiary" color="danger">
            {t('rules.remove')}
          </SubmitButton>
        </form>
      )}
    </CardBox>
  );
}

async function whoParts(
  packages: readonly AccessPackage[],
  sentence: Sentence | undefined,
): Promise<readonly FormPart[]> {
  const t = await translator('owner');
  const language = await pageLanguage();
  const codes = (kind: 'role' | 'package') =>
    (sentence?.subjects ?? []).flatMap((subject) => (subject.kind === kind ? [subject.code.toLowerCase()] : []));
  const roles = codes('role');
  const own = roles
    .filter((code) => !RULE_ROLES.some((role) => role.toLowerCase() === code))
    .map((code) => code.toUpperCase());
  const held = codes('package');
  const areas = [...Map.groupBy(packages, ({ area }) => area.id).values()];
  const options = [...RULE_ROLES, ...own];
  return [
    {
      kind: 'checks',
      name: 'roles',
      legend: t('rules.roles'),
      description: t('rules.rolesHint'),
      options: options.map((value) => ({ value, text: roleWithCode(t, value) })),
      values: options.filter((value) => roles.includes(value.toLowerCase())),
    },
    {
      kind: 'list',
      name: 'packages',
      groups: areas.map((inArea) => ({
        heading: textIn(inArea[0]?.area.name ?? {}, language),
        choices: inArea.map(({ urn, name }) => ({
          value: codeOf(urn),
          label: textIn(name, language),
          detail: '',
          warnings: [],
        })),
      })),
      values: packages.map(({ urn }) => codeOf(urn)).filter((code) => held.includes(code)),
      texts: await choiceTexts({
        legend: t('rules.packages'),
        hint: t('rules.packagesHint'),
        what: t('rules.filterPackages'),
        folded: t('rules.areas'),
      }),
    },
  ];
}

async function whatParts(sentence: Sentence | undefined): Promise<readonly FormPart[]> {
  const t = await translator('owner');
  const known: readonly string[] = KNOWN_ACTIONS;
  return [
    {
      kind: 'checks',
      name: 'actions',
      legend: t('rules.actions'),
      options: KNOWN_ACTIONS.map((value) => ({ value, text: `${actionWord(t, value)} (${value})` })),
      values: sentence?.actions ?? ['read'],
    },
    {
      kind: 'text',
      name: 'otherActions',
      label: t('rules.otherActions'),
      description: t('rules.otherActionsHint'),
      value: (sentence?.actions ?? []).filter((action) => !known.includes(action)).join(', '),
      maxLength: 500,
    },
  ];
}
