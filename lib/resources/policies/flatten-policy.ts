import { createHash } from 'node:crypto';
import { ACTION_ATTRIBUTE, type Match, ORG_ATTRIBUTE, type Policy } from '../model.ts';

/** One subject alternative that may do one action on one resource alternative. */
export type FlatRule = {
  readonly subject: readonly Match[];
  readonly action: string;
  readonly resource: readonly Match[];
};

/** One action on one resource with everybody who may do it. */
export type PolicyRight = {
  readonly action: string;
  readonly resource: readonly Match[];
  readonly subjects: readonly (readonly Match[])[];
  readonly rightKey: string;
  /** The kinds of subject, lower-cased and sorted. */
  readonly subjectTypes: readonly string[];
};

/** Flattens a policy to one subject × action × resource combination each, in the order of the rules. */
export function flatRulesOf(policy: Policy): readonly FlatRule[] {
  return policy.rules.flatMap((rule) =>
    rule.subjects.flatMap((subject) =>
      rule.actions.flatMap((action) => rule.resources.map((resource) => ({ subject, action, resource }))),
    ),
  );
}

/** Groups a policy by what may be done, with all who may. */
export function rightsOf(policy: Policy): readonly PolicyRight[] {
  const rights = new Map<string, Omit<PolicyRight, 'subjects' | 'subjectTypes'> & { subjects: (readonly Match[])[] }>();
  for (const { subject, action, resource } of flatRulesOf(policy)) {
    const rightKey = rightKeyOf(action, resource);
    const right = rights.get(rightKey) ?? { action, resource, rightKey, subjects: [] };
    right.subjects.push(subject);
    rights.set(rightKey, right);
  }
  return [...rights.values()].map((right) => ({
    ...right,
    subjectTypes: [...new Set(right.subjects.flat().map((match) => match.id.toLowerCase()))].sort(),
  }));
}

/**
 * The key of a right in the first version of the API: action, resource values by the order of their URNs, and an MD5
 * over the UTF-16LE bytes of action and URNs. A name, not a proof: MD5 protects nothing here.
 * @see altinn-api.md §13.5
 */
export function rightKeyOf(action: string, resource: readonly Match[]): string {
  const sorted = [...resource].sort((a, b) => compare(urnOf(a), urnOf(b)));
  const named = [action, ...sorted.map(urnOf)].join(';');
  const digest = createHash('md5').update(Buffer.from(named, 'utf16le')).digest('hex');
  return [action, ...sorted.map((match) => match.value), digest].join(';');
}

/** The key of a right in the second version: `01` and the SHA-256 of the lower-cased URNs, resource first. */
export function rightKeyV2Of(action: string, resource: readonly Match[]): string {
  const sorted = [...resource].sort((a, b) => compare(a.id.toLowerCase(), b.id.toLowerCase()));
  const named = [...sorted.map(urnOf), `${ACTION_ATTRIBUTE}:${action}`].join(':').toLowerCase();
  return `01${createHash('sha256').update(named).digest('hex')}`;
}

/** The distinct subject attributes that a policy mentions, as lower-cased URNs. */
export function subjectUrnsOf(policy: Policy): readonly string[] {
  const matches = policy.rules.flatMap((rule) => rule.subjects.flat());
  return [...new Set(matches.map((match) => urnOf(match).toLowerCase()))].sort();
}

const USER_SUBJECTS = ['urn:altinn:rolecode', 'urn:altinn:external-role:', 'urn:altinn:accesspackage'];
const APP_SUBJECT = 'urn:altinn:resource:delegation';

/** Whether a subject counts for end users, or for a service owner or an app when asked for. */
export function isRightSubject(
  subject: readonly Match[],
  include: { readonly serviceOwner: boolean; readonly app: boolean },
): boolean {
  const [only, ...more] = subject;
  if (!only || more.length > 0) return false;
  if (USER_SUBJECTS.some((prefix) => only.id.startsWith(prefix))) return true;
  if (include.serviceOwner && only.id === ORG_ATTRIBUTE) return true;
  return include.app && only.id === APP_SUBJECT;
}

/** An attribute as one URN: `urn:altinn:rolecode:dagl`. */
export function urnOf(match: Match): string {
  return `${match.id}:${match.value}`;
}

/** Ordinal comparison, independent of the machine's language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
