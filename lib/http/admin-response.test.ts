import { describe, expect, it } from 'vitest';
import { BareError, bindingProblem, ProblemError } from '../kernel/errors.ts';
import { adminResponse } from './admin-response.ts';

describe('an error of the administration API', () => {
  it('has the documented members', async () => {
    const response = adminResponse(new ProblemError({ status: 409, code: 'scope_exists', title: 'It exists.' }));
    expect(response.status).toBe(409);
    expect(await response.json()).toEqual({
      status: 409,
      timestamp: expect.any(String),
      correlation_id: expect.stringMatching(/^[0-9a-f]{32}$/),
      error: 'scope_exists',
      error_description: 'It exists.',
      errors: [],
    });
  });

  it('names each member that is wrong', async () => {
    const body = await adminResponse(bindingProblem({ '$.client_name': ['too short'], $: ['not JSON'] })).json();
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
  ])('renders a bare %i as %s', async (status, error) => {
    const response = adminResponse(new BareError(status));
    expect([response.status, (await response.json()).error]).toEqual([status, error]);
  });

  it('E7 hides what went wrong inside', async () => {
    const response = adminResponse(new Error('select * from secrets'));
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).toContain('"error":"server_error"');
    expect(text).not.toContain('secrets');
  });
});
