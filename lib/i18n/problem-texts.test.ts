import { describe, expect, it } from 'vitest';
import { EVENT_PROBLEMS } from '../events/problems.ts';
import { AUTH_CODES } from '../kernel/auth-problems.ts';
import { ADMINISTRATION_PROBLEMS } from '../maskinporten/administration/problems.ts';
import { ONBOARDING_PROBLEMS } from '../onboarding/problems.ts';
import { AGREEMENT_MISSING, REGISTER_CODES } from '../register/problems.ts';
import { REQUEST_PROBLEM_CODES } from '../requests/problems.ts';
import { REGISTRY_CODES } from '../resources/problems.ts';
import { PROBLEM_TEXTS, problemText } from './problem-texts.ts';

describe('the texts of problem codes', () => {
  it('speak for every public code in three languages', () => {
    const codes = [
      ...AUTH_CODES,
      ...REGISTER_CODES,
      AGREEMENT_MISSING,
      ...REQUEST_PROBLEM_CODES,
      ...Object.keys(ADMINISTRATION_PROBLEMS),
      ...Object.keys(ONBOARDING_PROBLEMS),
      ...REGISTRY_CODES,
      ...Object.keys(EVENT_PROBLEMS),
    ];
    const silent = codes.filter((code) => !PROBLEM_TEXTS[code]?.every((text) => text.length > 0));
    expect(silent).toEqual([]);
  });

  it('are undefined for a code that does not exist', () => {
    expect(problemText('nb', 'AUTH-99999')).toBeUndefined();
  });
});
