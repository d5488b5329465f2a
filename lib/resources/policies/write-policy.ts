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
import { escapeXml, XACML_NAMESPACE } from './xml.ts';

const STRING = 'http://www.w3.org/2001/XMLSchema#string';
const INTEGER = 'http://www.w3.org/2001/XMLSchema#integer';
const EQUAL = 'urn:oasis:names:tc:xacml:1.0:function:string-equal';
const EQUAL_IGNORE_CASE = 'urn:oasis:names:tc:xacml:3.0:function:string-equal-ignore-case';

/**
 * Writes a policy as XACML 3.0 XML, as Altinn Studio does: one target with subjects, resources and actions per rule.
 * `parsePolicy` reads back exactly what was written.
 */
export function writePolicy(identifier: string, policy: Policy): string {
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<xacml:Policy xmlns:xacml="${XACML_NAMESPACE}" PolicyId="urn:altinn:policyid:${escapeXml(identifier)}" Version="1.0" RuleCombiningAlgId="urn:oasis:names:tc:xacml:3.0:rule-combining-algorithm:deny-overrides">`,
    '  <xacml:Target/>',
    ...policy.rules.flatMap(ruleLines),
    ...obligationLines(policy.obligations),
    '</xacml:Policy>',
  ];
  return `${lines.join('\n')}\n`;
}

function ruleLines(rule: PolicyRule): readonly string[] {
  const actions = rule.actions.map((value) => [{ id: ACTION_ATTRIBUTE, value }]);
  return [
    `  <xacml:Rule RuleId="${escapeXml(rule.id)}" Effect="Permit">`,
    ...(rule.description ? [`    <xacml:Description>${escapeXml(rule.description)}</xacml:Description>`] : []),
    '    <xacml:Target>',
    ...anyOfLines(rule.subjects, SUBJECT_CATEGORY, EQUAL_IGNORE_CASE),
    ...anyOfLines(rule.resources, RESOURCE_CATEGORY, EQUAL),
    ...anyOfLines(actions, ACTION_CATEGORY, EQUAL),
    '    </xacml:Target>',
    ...obligationLines(rule.obligations ?? [], '  '),
    '  </xacml:Rule>',
  ];
}

function anyOfLines(alternatives: readonly (readonly Match[])[], category: string, matchId: string): readonly string[] {
  if (alternatives.length === 0) return [];
  return [
    '      <xacml:AnyOf>',
    ...alternatives.flatMap((matches) => [
      '        <xacml:AllOf>',
      ...matches.flatMap((match) => matchLines(match, category, matchId)),
      '        </xacml:AllOf>',
    ]),
    '      </xacml:AnyOf>',
  ];
}

function matchLines(match: Match, category: string, matchId: string): readonly string[] {
  return [
    `          <xacml:Match MatchId="${matchId}">`,
    `            <xacml:AttributeValue DataType="${STRING}">${escapeXml(match.value)}</xacml:AttributeValue>`,
    `            <xacml:AttributeDesignator AttributeId="${escapeXml(match.id)}" Category="${category}" DataType="${STRING}" MustBePresent="false"/>`,
    '          </xacml:Match>',
  ];
}

function obligationLines(obligations: readonly Obligation[], indent = ''): readonly string[] {
  if (obligations.length === 0) return [];
  const lines = [
    '  <xacml:ObligationExpressions>',
    ...obligations.flatMap(({ id, attributeId, category, value, dataType = INTEGER }) => [
      `    <xacml:ObligationExpression ObligationId="${escapeXml(id)}" FulfillOn="Permit">`,
      `      <xacml:AttributeAssignmentExpression AttributeId="${escapeXml(attributeId)}" Category="${escapeXml(category)}">`,
      `        <xacml:AttributeValue DataType="${escapeXml(dataType)}">${escapeXml(value)}</xacml:AttributeValue>`,
      '      </xacml:AttributeAssignmentExpression>',
      '    </xacml:ObligationExpression>',
    ]),
    '  </xacml:ObligationExpressions>',
  ];
  return lines.map((line) => `${indent}${line}`);
}
