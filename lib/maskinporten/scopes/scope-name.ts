import { env } from '../../config/env.ts';

/** The longest name of a scope, prefix included. */
const SCOPE_NAME_MAX_CHARACTERS = 255;

const SUBSCOPE = /^[a-z0-9]+(?:[/.:][a-z0-9]+)*$/;
const SUBSCOPE_WITH_HYPHENS = /^[a-z0-9]+(?:[/.:_-][a-z0-9]+)*$/;

/**
 * Whether the text can stand behind a prefix: lower case letters and digits, with single `/`, `.` and `:` between them;
 * `-` and `_` too when the installation allows them. @see `maskinporten.md` §8.1
 */
export function isSubscope(text: string): boolean {
  const pattern = env().SCOPE_NAME_HYPHENS ? SUBSCOPE_WITH_HYPHENS : SUBSCOPE;
  return text.length <= SCOPE_NAME_MAX_CHARACTERS && pattern.test(text);
}
