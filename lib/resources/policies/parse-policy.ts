import {
  ACTION_ATTRIBUTE,
  ACTION_CATEGORY,
  type Match,
  type Obligation,
  type Policy,
  type PolicyRule,
  RESOURCE_CATEGORY,
  SUBJECT_CATEGORY,
} from '../model.ts';
import { policyRefused } from '../problems.ts';
import { childrenOf, type Element, readXml, XACML_NAMESPACE } from './xml.ts';

/** Rules, and alternatives within one rule and category, that a policy may have. */
const RULES_MAX = 500;
const ALTERNATIVES_MAX = 1000;

const INTEGER = 'http://www.w3.org/2001/XMLSchema#integer';
const EQUALITY = new Set([
  'urn:oasis:names:tc:xacml:1.0:function:string-equal',
  'urn:oasis:names:tc:xacml:3.0:function:string-equal-ignore-case',
]);

/** Alternatives of which one has to hold in a category, each a list of matches that all have to. */
type Demand = { readonly category: string; readonly alternatives: readonly (readonly Match[])[] };

/** What each element may hold; anything else in it would count for something that is not understood. */
const CONTENTS: Readonly<Record<string, readonly string[]>> = {
  Policy: [
    'Description',
    'PolicyIssuer',
    'PolicyDefaults',
    'Target',
    'Rule',
    'ObligationExpressions',
    'AdviceExpressions',
  ],
  Rule: ['Description', 'Target', 'ObligationExpressions'],
  Target: ['AnyOf'],
  AnyOf: ['AllOf'],
  AllOf: ['Match'],
  Match: ['AttributeValue', 'AttributeDesignator'],
  ObligationExpressions: ['ObligationExpression'],
  ObligationExpression: ['AttributeAssignmentExpression'],
  AttributeAssignmentExpression: ['AttributeValue'],
};

/**
 * Reads the subset of XACML 3.0 that Altinn's policies use: Permit rules whose targets compare strings, and
 * obligations on Permit. What would change the outcome and is not understood is refused, never skipped.
 * @throws BareError 400 with the reason · ProblemError 500 for what is not XML
 * @see XACML 3.0 core §5 · altinn-api.md §13.6
 */
export function parsePolicy(xml: string): Policy {
  const root = readXml(xml);
  if (root.name !== 'Policy' || !xml.includes(XACML_NAMESPACE)) throw policyRefused('Not a XACML 3.0 policy');
  assertContents(root);
  const rules = childrenOf(root, 'Rule');
  if (rules.length > RULES_MAX) throw policyRefused(`Contains more than ${RULES_MAX} rules`);
  const shared = childrenOf(root, 'Target').flatMap((target) => childrenOf(target, 'AnyOf'));
  return { rules: rules.map((rule) => toRule(rule, shared)), obligations: obligationsOf(root) };
}

function toRule(rule: Element, shared: readonly Element[]): PolicyRule {
  if (rule.attributes.Effect !== 'Permit') throw policyRefused('Contains a rule whose effect is not Permit');
  const anyOfs = [...shared, ...childrenOf(rule, 'Target').flatMap((target) => childrenOf(target, 'AnyOf'))];
  const byCategory = new Map<string, readonly (readonly Match[])[]>();
  for (const { category, alternatives } of anyOfs.flatMap(demandsOf)) {
    byCategory.set(category, both(byCategory.get(category), alternatives));
  }
  const description = childrenOf(rule, 'Description')[0]?.text;
  const obligations = obligationsOf(rule);
  return {
    id: rule.attributes.RuleId ?? '',
    ...(description ? { description } : {}),
    subjects: byCategory.get(SUBJECT_CATEGORY) ?? [],
    resources: byCategory.get(RESOURCE_CATEGORY) ?? [],
    actions: toActions(byCategory.get(ACTION_CATEGORY)),
    ...(obligations.length > 0 ? { obligations } : {}),
  };
}

/** Two demands on one category both hold: every alternative of the one with every alternative of the other. */
function both(
  first: readonly (readonly Match[])[] | undefined,
  second: readonly (readonly Match[])[],
): readonly (readonly Match[])[] {
  if (!first) return second;
  if (first.length * second.length > ALTERNATIVES_MAX) throw policyRefused('Contains too many alternatives');
  return first.flatMap((one) => second.map((other) => [...one, ...other]));
}

/**
 * What an `AnyOf` demands of each category. A single alternative may name several, as rules of Altinn Studio do that let
 * instances be deleted: all of it has to hold. Several alternatives would tie the categories to each other.
 */
function demandsOf(anyOf: Element): readonly Demand[] {
  const alternatives = childrenOf(anyOf, 'AllOf').map((allOf) => childrenOf(allOf, 'Match').map(toMatch));
  const categories = [...new Set(alternatives.flat().map(({ category }) => category))];
  if (categories.length === 0 || alternatives.some((matches) => matches.length === 0)) {
    throw policyRefused('Contains an empty target');
  }
  if (categories.length > 1 && alternatives.length > 1) throw policyRefused('Contains a target that mixes categories');
  if (alternatives.length > ALTERNATIVES_MAX) throw policyRefused('Contains too many alternatives');
  return categories.map((category) => ({
    category,
    alternatives: alternatives.map((matches) =>
      matches.filter((match) => match.category === category).map(({ match }) => match),
    ),
  }));
}

function toMatch(match: Element): { readonly category: string; readonly match: Match } {
  const [designator, ...designators] = childrenOf(match, 'AttributeDesignator');
  const [{ text: value } = { text: '' }, ...values] = childrenOf(match, 'AttributeValue');
  if (designators.length > 0 || values.length > 0)
    throw policyRefused('Contains a match with two values or attributes');
  const id = designator?.attributes.AttributeId;
  const category = designator?.attributes.Category ?? '';
  if (!id || value === '') throw policyRefused('Contains a match without attribute or value');
  if (!EQUALITY.has(match.attributes.MatchId ?? '')) throw policyRefused('Contains an unsupported match function');
  if (![SUBJECT_CATEGORY, RESOURCE_CATEGORY, ACTION_CATEGORY].includes(category)) {
    throw policyRefused('Contains an unsupported attribute category');
  }
  return { category, match: { id, value } };
}

/** Several actions in one alternative are possible only when they are the same. */
function toActions(alternatives: readonly (readonly Match[])[] | undefined): readonly string[] {
  if (!alternatives) return [];
  const actions = new Set<string>();
  for (const [first, ...rest] of alternatives) {
    if (first?.id !== ACTION_ATTRIBUTE || rest.some((match) => match.id !== ACTION_ATTRIBUTE)) {
      throw policyRefused('Contains an unsupported action attribute');
    }
    if (rest.every((match) => match.value === first.value)) actions.add(first.value);
  }
  if (actions.size === 0) throw policyRefused('Contains a rule that no action can fulfil');
  return [...actions];
}

function obligationsOf(element: Element): readonly Obligation[] {
  const expressions = childrenOf(element, 'ObligationExpressions').flatMap((list) =>
    childrenOf(list, 'ObligationExpression'),
  );
  return expressions.filter((expression) => expression.attributes.FulfillOn === 'Permit').map(toObligation);
}

function toObligation(expression: Element): Obligation {
  const [assignment, ...others] = childrenOf(expression, 'AttributeAssignmentExpression');
  const [value, ...values] = assignment ? childrenOf(assignment, 'AttributeValue') : [];
  if (!assignment || !value || others.length > 0 || values.length > 0) {
    throw policyRefused('Contains an obligation without exactly one value');
  }
  const { DataType: dataType } = value.attributes;
  return {
    id: expression.attributes.ObligationId ?? '',
    attributeId: assignment.attributes.AttributeId ?? '',
    category: assignment.attributes.Category ?? '',
    value: value.text,
    ...(dataType && dataType !== INTEGER ? { dataType } : {}),
  };
}

/** Refuses an element that holds, at any depth, what its kind may not hold. */
function assertContents(element: Element): void {
  const allowed = CONTENTS[element.name];
  if (!allowed) return;
  for (const child of element.children) {
    if (!allowed.includes(child.name)) throw policyRefused(`Contains an unsupported ${child.name} in ${element.name}`);
    assertContents(child);
  }
}
