import { describe, expect, it } from 'vitest';
import { AUTH_CODES, authProblem } from './auth-problems.ts';
import { ProblemError } from './errors.ts';

describe('the AUTH catalogue', () => {
  it('numbers its problems without repeats, 29 and 72 to 78 left out', () => {
    const numbers = AUTH_CODES.map((code) => Number(code.slice(5)));
    const expected = Array.from({ length: 81 }, (_, n) => n).filter((n) => n !== 29 && (n < 72 || n > 78));
    expect(numbers).toEqual(expected);
  });

  it('keeps the exact title and status, with extensions beside them', () => {
    const problem = authProblem('AUTH-00063', { NotFoundPackages: 'urn:a, urn:b' });
    expect(problem).toBeInstanceOf(ProblemError);
    expect(problem).toMatchObject({
      status: 400,
      code: 'AUTH-00063',
      message: 'One or more accesspackage is not found in the referenced system in the System Register.',
      extensions: { NotFoundPackages: 'urn:a, urn:b' },
    });
  });
});
