import type { Match, Policy, PolicyRule } from '../resources/model.ts';
import type { Decision, TraceStep } from './model.ts';

/** All that a decision rests on, already looked up. */
export type Facts = {
  readonly policy: Policy;
  /** What the subject is and holds at the party: roles, packages, organisation. */
  readonly subject: readonly Match[];
  readonly resource: readonly Match[];
  readonly action: string | undefined;
  /** Actions on this resource that the party has given the subject directly; `undefined` when nothing was given. */
  readonly delegatedActions: readonly string[] | undefined;
  /** Whether the party is on an access list; `undefined` when the resource asks for none. */
  readonly onAccessList: boolean | undefined;
};

/**
 * Decides from facts alone: first the policy's rules, then the single right, then the access list.
 * A single right never reaches further than the policy: an action that no rule has is never permitted.
 * @see altinn-api.md §15.5 steps 4–7, XACML 3.0 §7.12
 */
export function decide(facts: Facts): Decision {
  const { policy, action } = facts;
  const candidates = policy.rules.filter(
    (rule) => matchesAny(rule.resources, facts.resource, exact) && matchesAction(rule, action),
  );
  const met = candidates.filter((candidate) => matchesAny(candidate.subjects, facts.subject, caseless));
  const [rule] = met;
  const trace: TraceStep[] = [rule ? { step: 'rule', ruleId: rule.id } : missedRule(candidates)];
  let permitted = rule !== undefined;
  if (!rule) {
    const delegation = byDelegation(facts, candidates.length > 0);
    trace.push(delegation);
    permitted = delegation.outcome === 'covers';
  }
  if (!permitted) return { decision: 'NotApplicable', obligations: [], trace };
  if (facts.onAccessList !== undefined) trace.push({ step: 'access-list', member: facts.onAccessList });
  if (facts.onAccessList === false) return { decision: 'Deny', obligations: [], trace };
  const ofRules = met.flatMap(({ obligations }) => obligations ?? []);
  return { decision: 'Permit', obligations: [...policy.obligations, ...ofRules], trace };
}

/** Whether any rule of the policy asks for an attribute of this name, so that looking it up can matter. */
export function mentions(policy: Policy, ...attributes: readonly string[]): boolean {
  return policy.rules.some((rule) => rule.subjects.some((all) => all.some(({ id }) => attributes.includes(id))));
}

/** Lists the actions of the rules whose subjects are met, whatever part of the resource they speak of. */
export function actionsFor(policy: Policy, subject: readonly Match[]): readonly string[] {
  const met = policy.rules.filter((rule) => matchesAny(rule.subjects, subject, caseless));
  return [...new Set(met.flatMap((rule) => rule.actions))];
}

function byDelegation({ delegatedActions, action }: Facts, actionKnown: boolean) {
  const covers = actionKnown && action !== undefined && (delegatedActions?.includes(action) ?? false);
  const outcome = covers ? 'covers' : delegatedActions === undefined ? 'none' : 'misses-action';
  return { step: 'delegation', actions: delegatedActions ?? [], outcome } as const;
}

/** What was wanted is put into words when somebody reads the trace, which is seldom. */
function missedRule(candidates: readonly PolicyRule[]): TraceStep {
  return {
    step: 'no-rule',
    actionKnown: candidates.length > 0,
    get wanted() {
      return [...new Set(candidates.flatMap((rule) => rule.subjects.map((all) => all.map(nameOf).join(' + '))))];
    },
  };
}

function matchesAction(rule: PolicyRule, action: string | undefined): boolean {
  return rule.actions.length === 0 || (action !== undefined && rule.actions.includes(action));
}

/** The outer list are alternatives, the inner ones conjunctive; an empty outer list asks for nothing. */
function matchesAny(
  alternatives: readonly (readonly Match[])[],
  attributes: readonly Match[],
  same: (wanted: Match, given: Match) => boolean,
): boolean {
  if (alternatives.length === 0) return true;
  return alternatives.some((all) => all.every((wanted) => attributes.some((given) => same(wanted, given))));
}

function exact(wanted: Match, given: Match): boolean {
  return wanted.id === given.id && wanted.value === given.value;
}

function caseless(wanted: Match, given: Match): boolean {
  return wanted.id === given.id && wanted.value.toLowerCase() === given.value.toLowerCase();
}

function nameOf({ id, value }: Match): string {
  return `${id}:${value}`;
}
