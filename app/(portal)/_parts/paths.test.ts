import { describe, expect, it } from 'vitest';
import { foldMachinePath, isMachinePath } from './machine-paths.ts';
import { parseShortCode, toShortCode } from './short-code.ts';

describe('paths of machines', () => {
  it.each([
    '/token',
    '/Authentication/API/v1/systemregister',
    '/api/v1/clients',
    '/prefix/all',
    '/datasharing/consumer/client',
    '/auth/user',
    '/accessmanagement/api/v1/x',
    '/_sandbox/clock',
  ])('knows %s as theirs', (path) => expect(isMachinePath(path)).toBe(true));

  it.each([
    '/',
    '/login',
    '/api/auth/csrf',
    '/accessmanagement/ui/systemuser/request',
    '/tokens',
    '/vendor/token',
    '/sandbox',
  ])('leaves %s to people', (path) => expect(isMachinePath(path)).toBe(false));

  it('folds literal words and keeps values as they are', () => {
    expect(foldMachinePath('/Authentication/Api/v1/SystemRegister/Vendor/313300307_Smart')).toBe(
      '/authentication/api/v1/systemregister/vendor/313300307_Smart',
    );
  });
});

describe('a short link', () => {
  it('carries a request’s id and nothing else', () => {
    const id = '0b0c8f5e-7e21-4b1f-9f34-5a1f2f7f9c11';
    expect(parseShortCode(toShortCode(id))).toBe(id);
    expect(toShortCode(id)).toHaveLength(22);
  });

  it.each(['', 'short', '../../../../etc/passwd..', 'ææææææææææææææææææææææ'])('refuses %j', (code) => {
    expect(parseShortCode(code)).toBeUndefined();
  });
});
