import { describe, expect, it } from 'vitest';
import { ORG_ATTRIBUTE, type Policy, RESOURCE_ATTRIBUTE } from '../model.ts';
import { withMinimumLevel, withoutRule, withSentence } from './edit-policy.ts';
import { policySummary } from './policy-summary.ts';
import { simplePolicy } from './simple-policy.ts';

const before = simplePolicy(
  'a-resource',
  [
    { roles: ['DAGL'], actions: ['read'] },
    { packages: ['lonn'], actions: ['write'] },
  ],
  3,
);

describe('editing a policy by sentences', () => {
  it('adds a sentence to a resource without a policy', () => {
    const policy = withSentence(undefined, 'a-resource', {
      index: undefined,
      sentence: { roles: ['LEDE'], actions: ['read'] },
    });
    expect(policy).toEqual(simplePolicy('a-resource', [{ roles: ['LEDE'], actions: ['read'] }]));
  });

  it('never gives two rules one id', () => {
    const shorter = withoutRule(before, 0);
    const policy = withSentence(shorter, 'a-resource', {
      index: undefined,
      sentence: { roles: ['LEDE'], actions: ['read'] },
    });
    expect(new Set(policy.rules.map(({ id }) => id)).size).toBe(2);
  });

  it('replaces one sentence and leaves the others alone', () => {
    const policy = withSentence(before, 'a-resource', {
      index: 1,
      sentence: { roles: ['LEDE'], packages: ['lonn'], actions: ['read', 'write'] },
    });
    expect(policy.rules[0]).toEqual(before.rules[0]);
    expect(policySummary(policy).sentences[1]).toMatchObject({
      subjects: [
        { kind: 'role', code: 'LEDE' },
        { kind: 'package', code: 'lonn' },
      ],
      actions: ['read', 'write'],
    });
    expect(policy.obligations).toEqual(before.obligations);
  });

  it('keeps subjects that are no role or package, and the part of the resource that a rule is about', () => {
    const special: Policy = {
      rules: [
        {
          id: 'x',
          subjects: [[{ id: ORG_ATTRIBUTE, value: 'skd' }]],
          resources: [
            [
              { id: RESOURCE_ATTRIBUTE, value: 'a-resource' },
              { id: 'urn:altinn:task', value: 'one' },
            ],
          ],
          actions: ['read'],
        },
      ],
      obligations: [],
    };
    const policy = withSentence(special, 'a-resource', { index: 0, sentence: { roles: ['DAGL'], actions: ['write'] } });
    expect(policy.rules[0]?.subjects).toHaveLength(2);
    expect(policy.rules[0]?.resources).toEqual(special.rules[0]?.resources);
  });

  it('changes the level that people need, or asks for none', () => {
    expect(policySummary(withMinimumLevel(before, 4)).minimumLevel).toBe(4);
    expect(withMinimumLevel(before, undefined).obligations).toEqual([]);
    expect(policySummary(withMinimumLevel(undefined, 2)).minimumLevel).toBe(2);
  });
});
