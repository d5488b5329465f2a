import { ProblemError } from '../kernel/errors.ts';

/** Refusals about agreements, with status and text. Stable, never reused. */
export const ONBOARDING_PROBLEMS = {
  'agreement-not-found': [404, 'The organisation has not applied for access to the system register.'],
  'agreement-exists': [409, 'The organisation has an agreement, or an application that waits for an answer.'],
  'agreement-status': [409, 'The agreement has changed, and the step is no longer possible.'],
  'organisation-not-found': [404, 'There is no organisation with that number.'],
} as const satisfies Readonly<Record<string, readonly [number, string]>>;

/** Builds a refusal. */
export function onboardingProblem(code: keyof typeof ONBOARDING_PROBLEMS): ProblemError {
  const [status, title] = ONBOARDING_PROBLEMS[code];
  return new ProblemError({ status, code, title });
}
