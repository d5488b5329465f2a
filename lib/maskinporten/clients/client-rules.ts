import type { Db } from '#db/open.ts';
import { administrationProblem } from '../administration/problems.ts';
import { JWT_BEARER_GRANT } from '../model.ts';
import { findScopes } from '../scopes/find-scope.ts';
import type { ClientSettings } from './model.ts';

/** Scopes of a log-in, which belong to no owner. @see OpenID Connect Core §5.4 */
const LOGIN_SCOPES = new Set(['openid', 'profile']);
const CLIENT_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{2,99}$/;

/** Whether the text can be the id of a client that somebody chose. */
export function isClientId(text: string): boolean {
  return CLIENT_ID.test(text);
}

/**
 * Demands of a Maskinporten client that it uses private_key_jwt and the JWT grant alone; other types are not used here.
 * @throws ProblemError 400 that names the member
 */
export function assertMaskinportenSettings(
  integrationType: string,
  { details }: Pick<ClientSettings, 'details'>,
): void {
  if (integrationType !== 'maskinporten') return;
  if (details.tokenEndpointAuthMethod !== 'private_key_jwt') {
    throw administrationProblem('invalid_request', {
      field: 'token_endpoint_auth_method',
      detail: 'A Maskinporten client uses private_key_jwt.',
    });
  }
  if (details.grantTypes.some((grantType) => grantType !== JWT_BEARER_GRANT)) {
    throw administrationProblem('invalid_request', {
      field: 'grant_types',
      detail: `A Maskinporten client uses ${JWT_BEARER_GRANT}.`,
    });
  }
}

/** Whether clients of that type may hold the scope though nobody made it; a Maskinporten client logs nobody in. */
export function isLoginScope(integrationType: string, name: string): boolean {
  return integrationType !== 'maskinporten' && LOGIN_SCOPES.has(name);
}

/**
 * Demands that scopes that are new to the client exist and are active, or are a log-in's. Does not ask whether its
 * organisation has access to them: a client may be made ready before.
 * @throws ProblemError 400 `unknown_scope` that names them
 */
export async function assertScopesExist(
  db: Db,
  wanted: readonly string[],
  { integrationType, scopes: held = [] }: { readonly integrationType: string; readonly scopes?: readonly string[] },
): Promise<void> {
  const added = wanted.filter((name) => !held.includes(name) && !isLoginScope(integrationType, name));
  const known = await findScopes(db, added);
  const active = new Set(known.filter((scope) => scope.active).map((scope) => scope.name));
  const missing = added.filter((name) => !active.has(name));
  if (missing.length === 0) return;
  throw administrationProblem('unknown_scope', { field: 'scopes', detail: missing.slice(0, 20).join(' ') });
}
