import { type Match, MINIMUM_LEVEL_CATEGORY, PACKAGE_ATTRIBUTE, type Policy, ROLE_ATTRIBUTE } from '../model.ts';
import { urnOf } from './flatten-policy.ts';

/** Who may do what, for pages: a sentence per rule and the union per subject for the matrix. */
export type PolicySummary = {
  readonly sentences: readonly {
    readonly ruleId: string;
    readonly subjects: readonly PolicySubject[];
    readonly actions: readonly string[];
  }[];
  readonly matrix: readonly { readonly subject: PolicySubject; readonly actions: readonly string[] }[];
  /** Every action of the policy, in the order of the rules. */
  readonly actions: readonly string[];
  /** The authentication level that the policy demands. */
  readonly minimumLevel: number | undefined;
};

/** A subject alternative in words' terms; `other` keeps its attributes as URNs. */
export type PolicySubject =
  | { readonly kind: 'role' | 'package'; readonly code: string }
  | { readonly kind: 'other'; readonly urns: readonly string[] };

/** Summarises a policy for people: which subjects may do which actions. */
export function policySummary(policy: Policy): PolicySummary {
  const matrix = new Map<string, { subject: PolicySubject; actions: Set<string> }>();
  for (const rule of policy.rules) {
    for (const matches of rule.subjects) {
      const key = matches.map(urnOf).join(' ').toLowerCase();
      const row = matrix.get(key) ?? { subject: toPolicySubject(matches), actions: new Set() };
      for (const action of rule.actions) row.actions.add(action);
      matrix.set(key, row);
    }
  }
  const level = policy.obligations.find((obligation) => obligation.category === MINIMUM_LEVEL_CATEGORY)?.value;
  return {
    sentences: policy.rules.map((rule) => ({
      ruleId: rule.id,
      subjects: rule.subjects.map(toPolicySubject),
      actions: rule.actions,
    })),
    matrix: [...matrix.values()].map((row) => ({ subject: row.subject, actions: [...row.actions] })),
    actions: [...new Set(policy.rules.flatMap((rule) => rule.actions))],
    minimumLevel: level === undefined ? undefined : Number(level),
  };
}

function toPolicySubject(matches: readonly Match[]): PolicySubject {
  const [only, ...more] = matches;
  if (only && more.length === 0) {
    if (only.id === ROLE_ATTRIBUTE) return { kind: 'role', code: only.value.toUpperCase() };
    if (only.id === PACKAGE_ATTRIBUTE) return { kind: 'package', code: only.value.toLowerCase() };
  }
  return { kind: 'other', urns: matches.map(urnOf) };
}
