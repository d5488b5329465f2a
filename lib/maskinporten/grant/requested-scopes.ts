import type { Db } from '#db/open.ts';
import type { AuthenticatedClient } from '../assertion/authenticate-client.ts';
import { quote, refusal } from '../problems.ts';
import { findScopeFor, isDelegated, type ScopeForConsumer } from './scope-store.ts';

/** Names in a refusal at most; the rest only makes it long. */
const NAMED_MAX = 10;

/** Scopes that a request may have, in the order it asked for them, each once. */
export type GrantedScopes = {
  /** As they go on the wire. */
  readonly names: readonly string[];
  readonly scopes: readonly ScopeForConsumer[];
};

/**
 * Grants exactly the scopes asked for, or none: Maskinporten never narrows a request. First the client must hold every
 * one of them, then each must be for machines.
 * @param consumerOrgNo whose access is read along; `assertAccess` judges it.
 * @throws OAuthError MP-200, MP-201.
 * @see `maskinporten.md` §8.3
 */
export async function requestedScopes(
  db: Db,
  client: AuthenticatedClient,
  scope: string,
  consumerOrgNo: string,
): Promise<GrantedScopes> {
  const asked = scope.split(' ').filter((name) => name !== '');
  const names = [...new Set(asked)];
  if (names.length === 0) throw refusal('MP-200', 'scope is blank.');
  const foreign = names.filter((name) => !client.scopes.includes(name));
  if (foreign.length > 0) throw refusal('MP-200', list(foreign));
  const found = await Promise.all(names.map((name) => findScopeFor(db, name, consumerOrgNo)));
  const scopes = found.filter((known): known is ScopeForConsumer => known?.active === true);
  const gone = names.filter((name) => !scopes.some((known) => known.name === name));
  if (gone.length > 0) throw refusal('MP-200', `${list(gone)}. The scope does not exist or is not active.`);
  const wrong = scopes.filter(
    ({ allowedIntegrationTypes: types }) => types.length > 0 && !types.includes('maskinporten'),
  );
  if (wrong.length > 0) throw refusal('MP-201', list(wrong.map(({ name }) => name)));
  return { names: asked, scopes };
}

/**
 * Refuses scopes that the owner has not given the consumer access to.
 * @throws OAuthError MP-250.
 */
export function assertAccess({ scopes }: GrantedScopes): void {
  const closed = scopes.find((scope) => !scope.accessibleForAll && scope.accessState !== 'APPROVED');
  if (closed) throw refusal('MP-250', `${closed.name}.`);
}

/**
 * Refuses scopes that the consumer has not delegated to the supplier, every one on its own.
 * @throws OAuthError MP-251.
 * @see `maskinporten.md` §9
 */
export async function assertDelegated(
  db: Db,
  { scopes }: GrantedScopes,
  consumerOrgNo: string,
  supplierOrgNo: string,
): Promise<void> {
  for (const scope of scopes) {
    const delegated =
      scope.delegationSource !== null && (await isDelegated(db, { consumerOrgNo, supplierOrgNo, scope: scope.name }));
    if (delegated) continue;
    throw refusal(
      'MP-251',
      `${consumerOrgNo} has not delegated access to the scope ${scope.name} to supplier ${supplierOrgNo}.`,
    );
  }
}

function list(names: readonly string[]): string {
  const named = names.slice(0, NAMED_MAX).map(quote).join(' ');
  return names.length > NAMED_MAX ? `${named} ...` : named;
}
