import { describe, expect, it } from 'vitest';
import { BareError, bindingProblem, ProblemError } from '../kernel/errors.ts';
import { adminResponse } from './admin-response.ts';
import type { Answer } from './responses.ts';

const bodyOf = ({ body }: Answer) => JSON.parse(body ?? '');

describe('an error of the administration API', () => {
  it('has the documented members', () => {
    const response = adminResponse(new ProblemError({ status: 409, code: 'scope_exists', title: 'It exists.' }));
    expect(response.status).toBe(409);
    expect(bodyOf(response)).toEqual({
      status: 409,
      timestamp: expect.any(String),
      correlation_id: expect.stringMatching(/^[0-9a-f]{32}$/),
      error: 'scope_exists',
      error_description: 'It exists.',
      errors: [],
    });
  });

  it('names each member that is wrong', () => {
    const body = bodyOf(adminResponse(bindingProblem({ '$.client_name': ['too short'], $: ['not JSON'] })));
    expect(body.errors).toEqual([
      { errorMessage: 'too short', isFieldError: true, objectName: 'request', fieldIdentifier: 'client_name' },
      { errorMessage: 'not JSON', isFieldError: false, objectName: 'request', fieldIdentifier: '' },
    ]);
  });

  it.each([
    [401, 'invalid_token'],
    [403, 'forbidden'],
    [404, 'not_found'],
    [413, 'content_too_large'],
  ])('renders a bare %i as %s', (status, error) => {
    const response = adminResponse(new BareError(status));
    expect([response.status, bodyOf(response).error]).toEqual([status, error]);
  });

  it('E7 hides what went wrong inside', () => {
    const response = adminResponse(new Error('select * from secrets'));
    expect(response.status).toBe(500);
    expect(response.body).toContain('"error":"server_error"');
    expect(response.body).not.toContain('secrets');
  });
});
