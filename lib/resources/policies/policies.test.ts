import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Policy } from '../model.ts';
import { flatRulesOf, rightKeyOf, rightKeyV2Of, rightsOf, subjectUrnsOf } from './flatten-policy.ts';
import { namedRightsOf } from './name-rights.ts';
import { parsePolicy } from './parse-policy.ts';
import { policySummary } from './policy-summary.ts';
import { simplePolicy } from './simple-policy.ts';
import { writePolicy } from './write-policy.ts';

const NAMESPACE = 'urn:oasis:names:tc:xacml:3.0:core:schema:wd-17';
const SUBJECT = 'urn:oasis:names:tc:xacml:1.0:subject-category:access-subject';
const RESOURCE = 'urn:oasis:names:tc:xacml:3.0:attribute-category:resource';
const ACTION = 'urn:oasis:names:tc:xacml:3.0:attribute-category:action';
const ACTION_ID = 'urn:oasis:names:tc:xacml:1.0:action:action-id';
const EQUAL = 'urn:oasis:names:tc:xacml:1.0:function:string-equal';

function match(category: string, id: string, value: string, matchId = EQUAL): string {
  return `<Match MatchId="${matchId}"><AttributeValue DataType="http://www.w3.org/2001/XMLSchema#string">${value}</AttributeValue><AttributeDesignator AttributeId="${id}" Category="${category}" DataType="x" MustBePresent="false"/></Match>`;
}

function anyOf(...alternatives: string[]): string {
  return `<AnyOf>${alternatives.map((matches) => `<AllOf>${matches}</AllOf>`).join('')}</AnyOf>`;
}

function policy(inside: string): string {
  return `<?xml version="1.0"?><Policy xmlns="${NAMESPACE}" PolicyId="p" Version="1">${inside}</Policy>`;
}

function rule(target: string, attributes = 'Effect="Permit"', more = ''): string {
  return `<Rule RuleId="r" ${attributes}><Target>${target}</Target>${more}</Rule>`;
}

const READ = anyOf(match(ACTION, ACTION_ID, 'read'));
const THIS = anyOf(match(RESOURCE, 'urn:altinn:resource', 'res-1'));
const DAGL = anyOf(match(SUBJECT, 'urn:altinn:rolecode', 'DAGL'));

describe('reading a policy', () => {
  it('reads alternatives, conjunctions and obligations', () => {
    const subjects = anyOf(
      match(SUBJECT, 'urn:altinn:rolecode', 'DAGL'),
      match(SUBJECT, 'urn:altinn:accesspackage', 'ansettelsesforhold'),
    );
    const app = match(RESOURCE, 'urn:altinn:org', 'ttd') + match(RESOURCE, 'urn:altinn:app', 'skjema &amp; &#x41;');
    const obligation =
      '<ObligationExpressions><ObligationExpression ObligationId="urn:altinn:obligation:authenticationLevel1" FulfillOn="Permit"><AttributeAssignmentExpression AttributeId="urn:altinn:obligation-assignment:1" Category="urn:altinn:minimum-authenticationlevel"><AttributeValue DataType="http://www.w3.org/2001/XMLSchema#integer">3</AttributeValue></AttributeAssignmentExpression></ObligationExpression></ObligationExpressions>';
    expect(parsePolicy(policy(`<Target/>${rule(subjects + anyOf(app) + READ)}${obligation}`))).toEqual({
      rules: [
        {
          id: 'r',
          subjects: [
            [{ id: 'urn:altinn:rolecode', value: 'DAGL' }],
            [{ id: 'urn:altinn:accesspackage', value: 'ansettelsesforhold' }],
          ],
          resources: [
            [
              { id: 'urn:altinn:org', value: 'ttd' },
              { id: 'urn:altinn:app', value: 'skjema & A' },
            ],
          ],
          actions: ['read'],
        },
      ],
      obligations: [
        {
          id: 'urn:altinn:obligation:authenticationLevel1',
          attributeId: 'urn:altinn:obligation-assignment:1',
          category: 'urn:altinn:minimum-authenticationlevel',
          value: '3',
        },
      ],
    });
  });

  it('keeps what a rule obliges to with the rule, and reads back what it writes of it', () => {
    const obliged =
      '<ObligationExpressions><ObligationExpression ObligationId="o" FulfillOn="Permit"><AttributeAssignmentExpression AttributeId="a" Category="c"><AttributeValue DataType="http://www.w3.org/2001/XMLSchema#string">x</AttributeValue></AttributeAssignmentExpression></ObligationExpression></ObligationExpressions>';
    const read = parsePolicy(policy(rule(DAGL + THIS + READ, 'Effect="Permit"', obliged) + rule(DAGL)));
    const dataType = 'http://www.w3.org/2001/XMLSchema#string';
    const obligation = { id: 'o', attributeId: 'a', category: 'c', value: 'x', dataType };
    expect(read.rules.map(({ obligations }) => obligations)).toEqual([[obligation], undefined]);
    expect(read.obligations).toEqual([]);
    expect(parsePolicy(writePolicy('res-1', read))).toEqual(read);
  });

  it('lets the target of the policy narrow every rule', () => {
    const task = anyOf(match(RESOURCE, 'urn:altinn:task', 'Task_1'), match(RESOURCE, 'urn:altinn:task', 'Task_2'));
    const read = parsePolicy(policy(`<Target>${THIS}</Target>${rule(DAGL + task + READ)}`));
    expect(read.rules[0]?.resources).toEqual(
      ['Task_1', 'Task_2'].map((value) => [
        { id: 'urn:altinn:resource', value: 'res-1' },
        { id: 'urn:altinn:task', value },
      ]),
    );
  });

  it('reads one alternative that names several categories as a demand on each', () => {
    const app = match(RESOURCE, 'urn:altinn:org', 'ttd') + match(RESOURCE, 'urn:altinn:app', 'skjema');
    const deletion = anyOf(app + match(ACTION, ACTION_ID, 'delete'));
    const read = parsePolicy(policy(rule(DAGL + deletion)));
    expect(read).toEqual(parsePolicy(policy(rule(DAGL + anyOf(app) + anyOf(match(ACTION, ACTION_ID, 'delete'))))));
    expect(read.rules).toMatchObject([{ resources: [[{ value: 'ttd' }, { value: 'skjema' }]], actions: ['delete'] }]);
    expect(() => parsePolicy(policy(rule(DAGL + deletion + READ)))).toThrow('no action can fulfil');
  });

  it('leaves a category that is not mentioned empty', () => {
    expect(parsePolicy(policy(rule(THIS))).rules[0]).toMatchObject({ subjects: [], actions: [] });
  });

  it.each([
    ['a rule that denies', rule(DAGL, 'Effect="Deny"'), 'Contains a rule whose effect is not Permit'],
    ['a condition', rule(DAGL, 'Effect="Permit"', '<Condition/>'), 'Contains an unsupported Condition in Rule'],
    ['variables', '<VariableDefinition/>', 'Contains an unsupported VariableDefinition in Policy'],
    [
      'another function',
      rule(anyOf(match(SUBJECT, 'x', 'y', 'urn:oasis:names:tc:xacml:1.0:function:string-regexp-match'))),
      'Contains an unsupported match function',
    ],
    ['another category', rule(anyOf(match('urn:env', 'x', 'y'))), 'Contains an unsupported attribute category'],
    ['another action attribute', rule(anyOf(match(ACTION, 'x', 'y'))), 'Contains an unsupported action attribute'],
    [
      'a mix of categories',
      rule(anyOf(match(ACTION, 'x', 'y'), match(SUBJECT, 'x', 'y'))),
      'Contains a target that mixes categories',
    ],
    ['an empty target', rule('<AnyOf><AllOf/></AnyOf>'), 'Contains an empty target'],
    [
      'a match outside its lists',
      rule(match(SUBJECT, 'x', 'y') + THIS + READ),
      'Contains an unsupported Match in Target',
    ],
    [
      'alternatives outside their list',
      rule(`<AllOf>${match(SUBJECT, 'x', 'y')}</AllOf>${THIS}${READ}`),
      'Contains an unsupported AllOf in Target',
    ],
    ['a misspelt list', rule(`<Anyof>${DAGL}</Anyof>${THIS}${READ}`), 'Contains an unsupported Anyof in Target'],
    [
      'a misspelt target',
      `<Rule RuleId="r" Effect="Permit"><target/></Rule>`,
      'Contains an unsupported target in Rule',
    ],
    ['a list within a list', rule(`<AnyOf>${DAGL}</AnyOf>`), 'Contains an unsupported AnyOf in AnyOf'],
    [
      'two values in one match',
      rule(anyOf(match(SUBJECT, 'x', 'y</AttributeValue><AttributeValue>z'))),
      'Contains a match with two values or attributes',
    ],
    [
      'an obligation without a value',
      '<ObligationExpressions><ObligationExpression ObligationId="o" FulfillOn="Permit"/></ObligationExpressions>',
      'Contains an obligation without exactly one value',
    ],
    ['an unknown entity', rule(anyOf(match(SUBJECT, 'x', '&secret;'))), 'Contains an unknown entity'],
    ['too many rules', rule(DAGL).repeat(501), 'Contains more than 500 rules'],
  ])('refuses %s', (_, inside, reason) => {
    expect(() => parsePolicy(policy(inside))).toThrow(`Policy not accepted: ${reason}`);
  });

  it('refuses document types, other versions and what is not XML', () => {
    const bomb = `<!DOCTYPE p [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>${policy(rule(DAGL))}`;
    expect(() => parsePolicy(bomb)).toThrow('Document type declarations are not allowed');
    expect(() => parsePolicy('<Policy xmlns="urn:oasis:names:tc:xacml:2.0:policy:schema:os"/>')).toThrow('Not a XACML');
    for (const text of ['', 'no xml', '<Policy>', '<a></b>', '{"a":1}', `${'<a>'.repeat(50)}${'</a>'.repeat(50)}`]) {
      expect(() => parsePolicy(text), text).toThrow(expect.objectContaining({ status: 500 }));
    }
  });

  it('is not polluted by names of prototypes', () => {
    const inside = `${rule(DAGL + THIS + READ)}<__proto__><x>1</x></__proto__><constructor/>`;
    const attempt = () => parsePolicy(policy(inside));
    try {
      attempt();
    } catch (error) {
      expect(error).toMatchObject({ status: 500 });
    }
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });
});

describe('writing a policy', () => {
  const value = fc.string({ unit: 'grapheme-ascii', minLength: 1 }).filter((text) => text.trim() === text);
  const attribute = fc.record({ id: fc.constantFrom('urn:altinn:rolecode', 'urn:altinn:accesspackage'), value });
  const policies = fc.record({
    rules: fc.array(
      fc.record({
        id: fc.constant('r1'),
        subjects: fc.array(fc.array(attribute, { minLength: 1, maxLength: 2 }), { maxLength: 3 }),
        resources: fc.array(fc.array(attribute, { minLength: 1, maxLength: 2 }), { maxLength: 3 }),
        actions: fc.uniqueArray(value, { maxLength: 3 }),
      }),
      { maxLength: 3 },
    ),
    obligations: fc.array(
      fc.record({ id: fc.constant('o'), attributeId: fc.constant('a'), category: fc.constant('c'), value }),
      { maxLength: 2 },
    ),
  });

  it('writes what reads back as the same policy, whatever the texts', () => {
    fc.assert(
      fc.property(policies, (written) => {
        expect(parsePolicy(writePolicy('res-1', written))).toEqual(written);
      }),
      { numRuns: 50 },
    );
  });
});

describe('what a policy grants', () => {
  const simple = simplePolicy('res-1', [
    { roles: ['DAGL'], packages: ['krav-og-utlegg'], actions: ['read', 'write'] },
    { roles: ['REGN'], actions: ['read'] },
  ]);
  const ofOrg: Policy = {
    rules: [
      {
        id: 'org',
        subjects: [[{ id: 'urn:altinn:org', value: 'ttd' }], [{ id: 'urn:altinn:resource:delegation', value: 'a' }]],
        resources: [
          [
            { id: 'urn:altinn:app', value: 'form' },
            { id: 'urn:altinn:org', value: 'ttd' },
            { id: 'urn:altinn:task', value: 'task_1' },
          ],
        ],
        actions: ['instantiate'],
      },
    ],
    obligations: [],
  };

  it('computes the right key of the worked example', () => {
    expect(
      rightKeyOf('read', [
        { id: 'urn:altinn:org', value: 'brg' },
        { id: 'urn:altinn:app', value: 'rrh-innrapportering' },
      ]),
    ).toBe('read;rrh-innrapportering;brg;52a1e8911c3a9d3a7d2b837ae29a0dd8');
  });

  it('computes the second version of the key without regard to case', () => {
    const key = rightKeyV2Of('Read', [{ id: 'urn:altinn:resource', value: 'RES-1' }]);
    expect(key).toMatch(/^01[0-9a-f]{64}$/);
    expect(key).toBe(rightKeyV2Of('read', [{ id: 'urn:altinn:resource', value: 'res-1' }]));
  });

  it('flattens to one combination each and groups by right', () => {
    expect(flatRulesOf(simple)).toHaveLength(5);
    expect(rightsOf(simple)).toMatchObject([
      { action: 'read', subjects: { length: 3 }, subjectTypes: ['urn:altinn:accesspackage', 'urn:altinn:rolecode'] },
      { action: 'write', subjects: { length: 2 } },
    ]);
    expect(subjectUrnsOf(simple)).toEqual([
      'urn:altinn:accesspackage:krav-og-utlegg',
      'urn:altinn:rolecode:dagl',
      'urn:altinn:rolecode:regn',
    ]);
  });

  it('names rights in the language of the reader', () => {
    const options = { serviceOwner: false, app: false };
    expect(namedRightsOf('res-1', simple, { ...options, language: 'en' })).toMatchObject([
      { name: 'Read', action: 'read', resource: [{ id: 'urn:altinn:resource', value: 'res-1' }] },
      { name: 'Write' },
    ]);
    expect(namedRightsOf('res-1', simple, { ...options, language: 'nb' })[0]).toMatchObject({ name: 'Les' });
  });

  it('shows rights of service owners and apps only when asked', () => {
    const names = (serviceOwner: boolean, app: boolean) =>
      namedRightsOf('app_ttd_form', ofOrg, { serviceOwner, app, language: 'nb' }).map((right) => right.name);
    expect(names(false, false)).toEqual([]);
    expect(names(true, false)).toEqual(['Start (task_1)']);
    expect(names(false, true)).toEqual(['Start (task_1)']);
    expect(
      namedRightsOf('app_ttd_form', ofOrg, { serviceOwner: true, app: true, language: 'nb' })[0]?.resource,
    ).toEqual([
      { id: 'urn:altinn:resource', value: 'app_ttd_form' },
      { id: 'urn:altinn:task', value: 'task_1' },
    ]);
  });

  it('summarises for people', () => {
    expect(policySummary(simplePolicy('res-1', [{ roles: ['dagl'], actions: ['read'] }], 3))).toEqual({
      sentences: [
        { ruleId: 'urn:altinn:resource:res-1:ruleid:1', subjects: [{ kind: 'role', code: 'DAGL' }], actions: ['read'] },
      ],
      matrix: [{ subject: { kind: 'role', code: 'DAGL' }, actions: ['read'] }],
      actions: ['read'],
      minimumLevel: 3,
    });
    expect(policySummary(simple).matrix).toContainEqual({
      subject: { kind: 'package', code: 'krav-og-utlegg' },
      actions: ['read', 'write'],
    });
  });
});
