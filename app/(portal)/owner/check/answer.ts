import type { Decision, TraceStep } from '#lib/authorization/model.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { PACKAGE_ATTRIBUTE, ROLE_ATTRIBUTE } from '#lib/resources/model.ts';
import type { Answer } from '../../_parts/form-state.ts';
import { roleName } from '../../_parts/role-words.ts';

type Words = Translate<'owner'>;

/** Says a decision and the way to it in words. */
export function toAnswer(t: Words, decision: Decision): Answer {
  const isPermit = decision.decision === 'Permit';
  const levels = decision.obligations.map(({ value }) => t('check.level', { level: value }));
  return {
    tone: isPermit ? 'success' : decision.decision === 'Indeterminate' ? 'warning' : 'danger',
    title: t(`check.decisions.${decision.decision}`),
    text: isPermit ? undefined : t(`check.meaning.${decision.decision}`),
    sections: [
      { heading: t('check.why'), items: decision.trace.map((step) => toSentence(t, step)) },
      ...(levels.length > 0 ? [{ heading: t('check.obligations'), items: levels }] : []),
    ],
  };
}

function toSentence(t: Words, step: TraceStep): string {
  switch (step.step) {
    case 'fault':
      return t(`check.faults.${step.reason}`);
    case 'party':
      return step.found ? t('check.partyFound', { name: step.name ?? '' }) : t('check.partyUnknown');
    case 'subject':
      return subjectSentence(t, step);
    case 'ended':
      return t(`check.ended.${step.what}`);
    case 'rule':
      return t('check.rule', { rule: step.ruleId });
    case 'no-rule':
      if (!step.actionKnown) return t('check.actionUnknown');
      return t('check.noRule', { wanted: step.wanted.map((wanted) => wantedName(t, wanted)).join(', ') });
    case 'delegation':
      return t(`check.delegation.${step.outcome}`, { actions: step.actions.join(', ') });
    case 'access-list':
      return step.member ? t('check.onList') : t('check.notOnList');
  }
}

function subjectSentence(t: Words, step: Extract<TraceStep, { readonly step: 'subject' }>): string {
  const who = t(`check.kinds.${step.kind}`);
  const tie = t(`check.ties.${step.tie}`);
  const roles = step.roles.map((role) => roleName(t, role));
  const held = [
    ...(roles.length > 0 ? [t('check.roles', { roles: roles.join(', ') })] : []),
    ...(step.packages.length > 0 ? [t('check.packages', { count: step.packages.length })] : []),
  ];
  return [`${who}. ${tie}`, ...held].join(' ');
}

/** `<attribute>:<value>` as people call it. */
function wantedName(t: Words, wanted: string): string {
  if (wanted.startsWith(`${ROLE_ATTRIBUTE}:`)) return roleName(t, wanted.slice(ROLE_ATTRIBUTE.length + 1));
  if (wanted.startsWith(`${PACKAGE_ATTRIBUTE}:`)) return wanted.slice(PACKAGE_ATTRIBUTE.length + 1);
  return wanted;
}
