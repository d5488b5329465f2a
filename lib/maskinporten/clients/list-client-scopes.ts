import type { Context } from '../../context/context.ts';
import { READ_CLIENTS } from '../administration/authority.ts';
import { findScopes, scopesGrantedTo } from '../scopes/find-scope.ts';
import { isLoginScope } from './client-rules.ts';
import { assertOwnClient } from './own-client.ts';

/** What a scope on a client is good for now: which gate is open, or what is missing. */
export type ClientScope = {
  readonly scope: string;
  /** `delegable`: not granted to the client's own organisation, but consumers may delegate it. */
  readonly state: 'granted' | 'open' | 'delegable' | 'access-missing' | 'inactive';
};

/**
 * Tells for each scope on a client whether a token request with it can succeed.
 * @throws BareError 401, 403 · ProblemError 404 `client_not_found`
 * @see `maskinporten.md` §8.3
 */
export async function listClientScopes(
  context: Context,
  input: { readonly clientId: string },
): Promise<readonly ClientScope[]> {
  const client = await assertOwnClient(context, input.clientId, READ_CLIENTS);
  const scopes = new Map((await findScopes(context.db, client.scopes)).map((scope) => [scope.name, scope]));
  const granted = await scopesGrantedTo(context.db, client.orgNo, client.scopes);
  return client.scopes.map((name) => {
    if (isLoginScope(client.integrationType, name)) return { scope: name, state: 'open' };
    const scope = scopes.get(name);
    if (!scope?.active) return { scope: name, state: 'inactive' };
    if (granted.has(name)) return { scope: name, state: 'granted' };
    if (scope.accessibleForAll) return { scope: name, state: 'open' };
    return { scope: name, state: scope.delegationSource === undefined ? 'access-missing' : 'delegable' };
  });
}
