import type { Policy } from '../model.ts';
import { type PolicySummary, policySummary } from './policy-summary.ts';

/** What a new policy says differently from the one before, rule by rule. */
export type PolicyChange = {
  readonly added: PolicySummary['sentences'];
  readonly removed: PolicySummary['sentences'];
  /** `undefined` when the level is the same. */
  readonly level: { readonly before: number | undefined; readonly after: number | undefined } | undefined;
};

/** Says what differs between two policies; a rule that was changed is one that went and one that came. */
export function comparePolicies(before: Policy | undefined, after: Policy): PolicyChange {
  const one = policySummary(before ?? { rules: [], obligations: [] });
  const other = policySummary(after);
  const isSame = one.minimumLevel === other.minimumLevel;
  return {
    added: without(other.sentences, one.sentences),
    removed: without(one.sentences, other.sentences),
    level: isSame ? undefined : { before: one.minimumLevel, after: other.minimumLevel },
  };
}

function without(sentences: PolicySummary['sentences'], others: PolicySummary['sentences']) {
  const known = new Set(others.map(toKey));
  return sentences.filter((sentence) => !known.has(toKey(sentence)));
}

/** The same for rules that say the same, whatever their ids and order. */
function toKey({ subjects, actions }: PolicySummary['sentences'][number]): string {
  return JSON.stringify([subjects.map((subject) => JSON.stringify(subject)).sort(), [...actions].sort()]);
}
