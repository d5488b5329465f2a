import { describe, expect, it } from 'vitest';
import type { Policy } from '../resources/model.ts';
import { simplePolicy } from '../resources/policies/simple-policy.ts';
import { actionsFor, decide, type Facts, mentions } from './decide.ts';

const POLICY = simplePolicy(
  'a-service',
  [
    { roles: ['DAGL'], packages: ['krav-og-utlegg'], actions: ['read'] },
    { roles: ['DAGL'], actions: ['write'] },
  ],
  3,
);

function facts(differences: Partial<Facts> = {}): Facts {
  return {
    policy: POLICY,
    subject: [],
    resource: [{ id: 'urn:altinn:resource', value: 'a-service' }],
    action: 'read',
    delegatedActions: undefined,
    onAccessList: undefined,
    ...differences,
  };
}

const PACKAGE = [{ id: 'urn:altinn:accesspackage', value: 'krav-og-utlegg' }];

describe('decide', () => {
  it.each([
    ['a role', [{ id: 'urn:altinn:rolecode', value: 'DAGL' }], 'Permit'],
    ['a role in another case', [{ id: 'urn:altinn:rolecode', value: 'dagl' }], 'Permit'],
    ['a package', PACKAGE, 'Permit'],
    ['another role', [{ id: 'urn:altinn:rolecode', value: 'LEDE' }], 'NotApplicable'],
    ['the value under another attribute', [{ id: 'urn:altinn:org', value: 'DAGL' }], 'NotApplicable'],
    ['nothing', [], 'NotApplicable'],
  ] as const)('lets a rule match by %s', (_what, subject, decision) => {
    expect(decide(facts({ subject })).decision).toBe(decision);
  });

  it('compares actions and resources with regard to case', () => {
    expect(decide(facts({ subject: PACKAGE, action: 'Read' })).decision).toBe('NotApplicable');
    const resource = [{ id: 'urn:altinn:resource', value: 'A-service' }];
    expect(decide(facts({ subject: PACKAGE, resource })).decision).toBe('NotApplicable');
  });

  it('needs every match of an alternative', () => {
    const both = [
      { id: 'urn:altinn:org', value: 'ttd' },
      { id: 'urn:altinn:app', value: 'an-app' },
    ];
    const policy: Policy = {
      rules: [{ id: 'r', subjects: [PACKAGE], resources: [both], actions: ['read'] }],
      obligations: [],
    };
    expect(decide(facts({ policy, subject: PACKAGE, resource: both })).decision).toBe('Permit');
    expect(decide(facts({ policy, subject: PACKAGE, resource: both.slice(0, 1) })).decision).toBe('NotApplicable');
  });

  it('gives the obligations with a Permit only', () => {
    expect(decide(facts({ subject: PACKAGE })).obligations).toEqual(POLICY.obligations);
    expect(decide(facts()).obligations).toEqual([]);
  });

  it('lets a single right cover what no rule gives', () => {
    const decision = decide(facts({ delegatedActions: ['read'] }));
    expect(decision.decision).toBe('Permit');
    expect(decision.obligations).toEqual(POLICY.obligations);
    expect(decide(facts({ delegatedActions: ['write'] })).decision).toBe('NotApplicable');
  });

  it('brings along the obligations of the rules that permitted, and of no other', () => {
    const obligation = (id: string) => ({ id, attributeId: 'a', category: 'c', value: '4' });
    const [first, second] = POLICY.rules;
    if (!first || !second) throw new Error('The policy has two rules.');
    const policy: Policy = {
      rules: [
        { ...first, obligations: [obligation('of read')] },
        { ...second, obligations: [obligation('of write')] },
      ],
      obligations: [obligation('of all')],
    };
    const permit = decide(facts({ policy, subject: PACKAGE }));
    expect(permit.obligations.map(({ id }) => id)).toEqual(['of all', 'of read']);
    const delegated = decide(facts({ policy, action: 'write', delegatedActions: ['write'] }));
    expect(delegated).toMatchObject({ decision: 'Permit', obligations: [{ id: 'of all' }] });
  });

  it('B8 never grants an action that the policy does not have', () => {
    expect(decide(facts({ action: 'delete', delegatedActions: ['delete'] })).decision).toBe('NotApplicable');
  });

  it('turns a Permit into Deny when the party is on no access list', () => {
    const denied = decide(facts({ subject: PACKAGE, onAccessList: false }));
    expect(denied).toMatchObject({ decision: 'Deny', obligations: [] });
    expect(decide(facts({ subject: PACKAGE, onAccessList: true })).decision).toBe('Permit');
    expect(decide(facts({ onAccessList: false })).decision).toBe('NotApplicable');
  });

  it('says which rule or delegation decided, and what was missing', () => {
    expect(decide(facts({ subject: PACKAGE })).trace).toEqual([
      { step: 'rule', ruleId: 'urn:altinn:resource:a-service:ruleid:1' },
    ]);
    expect(decide(facts({ delegatedActions: ['write'] })).trace).toEqual([
      {
        step: 'no-rule',
        actionKnown: true,
        wanted: ['urn:altinn:rolecode:DAGL', 'urn:altinn:accesspackage:krav-og-utlegg'],
      },
      { step: 'delegation', actions: ['write'], outcome: 'misses-action' },
    ]);
  });
});

describe('what a policy asks for', () => {
  it('mentions the attributes of its subjects', () => {
    expect(mentions(POLICY, 'urn:altinn:accesspackage')).toBe(true);
    expect(mentions(POLICY, 'urn:altinn:org')).toBe(false);
  });

  it('lists the actions that a subject gets', () => {
    expect(actionsFor(POLICY, PACKAGE)).toEqual(['read']);
    expect(actionsFor(POLICY, [{ id: 'urn:altinn:rolecode', value: 'DAGL' }])).toEqual(['read', 'write']);
  });
});
