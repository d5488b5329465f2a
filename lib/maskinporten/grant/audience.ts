import { quote, refusal } from '../problems.ts';
import type { GrantedScopes } from './requested-scopes.ts';

const RESOURCES_MAX = 10;
const RESOURCE_MAX_LENGTH = 2000;

/**
 * Gives the `aud` of the token: what a scope enforces, else what the client asked for.
 * @returns `undefined` for a token that is not bound to an audience: the ordinary case.
 * @throws OAuthError target: not an absolute URI, or two scopes that enforce different audiences.
 * @see RFC 8707 §2, `maskinporten.md` §8.4
 */
export function audienceOf(
  resources: readonly string[] | undefined,
  { scopes }: GrantedScopes,
): string | readonly string[] | undefined {
  const asked = resources && [...new Set(resources)];
  if (asked?.length === 0) throw refusal('target', 'resource is empty.');
  if (asked && asked.length > RESOURCES_MAX) throw refusal('target', `At most ${RESOURCES_MAX} resources.`);
  const wrong = asked?.find((resource) => !isAbsoluteUri(resource));
  if (wrong !== undefined) throw refusal('target', `${quote(wrong)} is not an absolute URI without fragment.`);
  const enforced = new Set(scopes.flatMap(({ enforcedAudience }) => enforcedAudience || []));
  if (enforced.size > 1) throw refusal('target', 'The scopes enforce different audiences: ask for one at a time.');
  const [only] = enforced;
  return only ?? (asked?.length === 1 ? asked[0] : asked);
}

function isAbsoluteUri(text: string): boolean {
  return (
    text.length <= RESOURCE_MAX_LENGTH && /^[a-z][a-z0-9+.-]*:[\x21-\x22\x24-\x7e]+$/i.test(text) && URL.canParse(text)
  );
}
