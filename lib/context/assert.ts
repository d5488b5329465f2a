import { forbidden, unauthenticated } from '../kernel/errors.ts';
import type { Context, OrganisationActor, PersonActor } from './context.ts';

/**
 * Narrows to an organisation's machine whose token has one of the scopes, compared token by token.
 * @throws BareError 401 without a token, 403 for a person or without a scope.
 */
export function assertOrganisation(context: Context, ...anyOf: readonly string[]): OrganisationActor {
  const { actor } = context;
  if (actor.kind === 'anonymous') throw unauthenticated();
  if (actor.kind !== 'organisation' || !hasAnyScope(actor, anyOf)) throw forbidden();
  return actor;
}

/**
 * Narrows to a person; with scopes given, one of them must be on the token or session.
 * @throws BareError 401 when nobody is signed in, 403 for a machine or without a scope.
 */
export function assertPerson(context: Context, ...anyOf: readonly string[]): PersonActor {
  const { actor } = context;
  if (actor.kind === 'anonymous') throw unauthenticated();
  if (actor.kind !== 'person' || !hasAnyScope(actor, anyOf)) throw forbidden();
  return actor;
}

/**
 * Lets anybody pass whose token has one of the scopes, person or machine.
 * @throws BareError 401 without a token, 403 without a scope.
 */
export function assertScope(context: Context, ...anyOf: readonly string[]): PersonActor | OrganisationActor {
  const { actor } = context;
  if (actor.kind === 'anonymous') throw unauthenticated();
  if (!hasAnyScope(actor, anyOf)) throw forbidden();
  return actor;
}

/** Whether the caller carries one of the scopes; an empty list asks for nothing. */
export function hasAnyScope(actor: { readonly scopes: ReadonlySet<string> }, anyOf: readonly string[]): boolean {
  return anyOf.length === 0 || anyOf.some((scope) => actor.scopes.has(scope));
}
