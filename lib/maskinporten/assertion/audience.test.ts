import { afterEach, expect, it, vi } from 'vitest';
import * as settings from '../../config/env.ts';
import { assertAudience } from './authenticate-client.ts';
import type { AssertionClaims } from './claims.ts';

const { issuer } = settings.env();
const addressedTo = (...audience: string[]) => assertAudience({ audience } as unknown as AssertionClaims);

afterEach(() => vi.restoreAllMocks());

it('takes the token endpoint as audience only where the operator lets older clients in', () => {
  expect(() => addressedTo(issuer)).not.toThrow();
  expect(() => addressedTo(`${issuer}token`)).toThrow('Expected');
  vi.spyOn(settings, 'env').mockReturnValue({ ...settings.env(), TOKEN_ENDPOINT_AUDIENCE: true });
  expect(() => addressedTo(issuer)).not.toThrow();
  expect(() => addressedTo(`${issuer}token`)).not.toThrow();
  expect(() => addressedTo(issuer, `${issuer}token`)).toThrow('Expected');
  expect(() => addressedTo(`${issuer}token/`)).toThrow('Expected');
});
