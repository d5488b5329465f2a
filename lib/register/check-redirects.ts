import type { ValidationError } from '../kernel/errors.ts';
import { REDIRECT_URLS_MAX } from './model.ts';
import { registerError } from './problems.ts';
import { parseRedirectUrl } from './redirect.ts';

/** Turns return addresses into their stored form, with VLD-5 when one of them, or their number, may not be. */
export function checkRedirectUrls(texts: readonly string[]): {
  readonly urls: readonly string[];
  readonly errors: readonly ValidationError[];
} {
  const urls = texts.slice(0, REDIRECT_URLS_MAX).map(parseRedirectUrl);
  const valid = urls.filter((url) => url !== undefined);
  const isValid = valid.length === texts.length;
  return { urls: valid, errors: isValid ? [] : [registerError('AUTH.VLD-00005')] };
}
