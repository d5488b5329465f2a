import {
  authorizationReferenceOf,
  type Match,
  MINIMUM_LEVEL_CATEGORY,
  PACKAGE_ATTRIBUTE,
  type Policy,
  type PolicyRule,
  ROLE_ATTRIBUTE,
} from '../model.ts';
import { minimumLevel, type RuleSentence } from './simple-policy.ts';

const EMPTY: Policy = { rules: [], obligations: [] };

/**
 * Puts a sentence into a policy: in place of the rule at `index`, whose resources and other subjects stay, or behind
 * the last rule when there is none at it.
 */
export function withSentence(
  policy: Policy | undefined,
  identifier: string,
  change: { readonly index: number | undefined; readonly sentence: RuleSentence },
): Policy {
  const { rules, obligations } = policy ?? EMPTY;
  const before = change.index === undefined ? undefined : rules[change.index];
  const rule: PolicyRule = {
    ...before,
    id: before?.id ?? nextId(identifier, rules),
    subjects: [...(before?.subjects ?? []).filter((matches) => !isSimple(matches)), ...subjectsOf(change.sentence)],
    resources: before?.resources ?? [authorizationReferenceOf(identifier)],
    actions: change.sentence.actions,
  };
  if (!before) return { rules: [...rules, rule], obligations };
  return { rules: rules.map((each) => (each === before ? rule : each)), obligations };
}

/** Takes the rule at `index` out of a policy. */
export function withoutRule(policy: Policy, index: number): Policy {
  return { ...policy, rules: policy.rules.filter((_, place) => place !== index) };
}

/** Demands an authentication level of people, or none; obligations of other kinds stay. */
export function withMinimumLevel(policy: Policy | undefined, level: number | undefined): Policy {
  const { rules, obligations } = policy ?? EMPTY;
  const others = obligations.filter(({ category }) => category !== MINIMUM_LEVEL_CATEGORY);
  return { rules, obligations: level === undefined ? others : [...others, minimumLevel(level)] };
}

function subjectsOf({ roles = [], packages = [] }: RuleSentence): readonly (readonly Match[])[] {
  return [
    ...roles.map((value) => [{ id: ROLE_ATTRIBUTE, value }]),
    ...packages.map((value) => [{ id: PACKAGE_ATTRIBUTE, value }]),
  ];
}

/** Whether a subject is one role or one package, which is all that a sentence says. */
function isSimple(matches: readonly Match[]): boolean {
  const [only, ...more] = matches;
  return more.length === 0 && (only?.id === ROLE_ATTRIBUTE || only?.id === PACKAGE_ATTRIBUTE);
}

/** The first free number behind the resource's name. */
function nextId(identifier: string, rules: readonly PolicyRule[]): string {
  const taken = new Set(rules.map(({ id }) => id));
  let number = rules.length + 1;
  while (taken.has(idOf(identifier, number))) number += 1;
  return idOf(identifier, number);
}

function idOf(identifier: string, number: number): string {
  return `urn:altinn:resource:${identifier}:ruleid:${number}`;
}
