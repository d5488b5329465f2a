import { env } from '../../config/env.ts';
import { assertPerson, hasAnyScope } from '../../context/assert.ts';
import type { Context } from '../../context/context.ts';
import { forbidden, ProblemError, unauthenticated } from '../../kernel/errors.ts';
import { assertOwnTechnical } from '../../parties/authority.ts';

/** Scopes of which one lets a machine read its organisation's clients; whoever may write may read. */
export const READ_CLIENTS = ['idporten:dcr.read', 'idporten:dcr.modify', 'idporten:dcr.write', 'idporten:dcr.supplier'];
/** … change clients that exist. */
export const CHANGE_CLIENTS = ['idporten:dcr.modify', 'idporten:dcr.write', 'idporten:dcr.supplier'];
/** … create and deactivate clients, and change their keys. */
export const WRITE_CLIENTS = ['idporten:dcr.write', 'idporten:dcr.supplier'];
const ON_BEHALF_OF = ['idporten:dcr/onbehalfof:write', 'idporten:dcr/onbehalfof.write'];
/** … read in whose name its clients act. */
export const READ_ON_BEHALF_OF = [...READ_CLIENTS, ...ON_BEHALF_OF];
/** … change in whose name its clients act. */
export const CHANGE_ON_BEHALF_OF = [...CHANGE_CLIENTS, ...ON_BEHALF_OF];
/** … register a client that acts for a customer. */
export const SUPPLY_CLIENTS = 'idporten:dcr.supplier';
/** The same scopes for what is the organisation's own: who may supply clients has no hand in those. */
export function withoutSupply(scopes: readonly string[]): readonly string[] {
  return scopes.filter((scope) => scope !== SUPPLY_CLIENTS);
}
/** … use the simplified onboarding for its organisation. */
export const SHARE_DATA = 'idporten:dcr.datasharing';
/** … read its organisation's scopes and who has access to them. */
export const READ_SCOPES = ['idporten:scopes.read', 'idporten:scopes.write'];
/** … create and change scopes, give and take access. */
export const WRITE_SCOPES = ['idporten:scopes.write'];
/** … assign prefixes; works for the operator's own machines only. */
export const ADMINISTER_PREFIXES = ['idporten:scopes.admin'];

/**
 * Refuses callers that could never do this, before anything is looked up. Does not check whose the object is.
 * @param scopes of which one is enough; the first is the narrowest
 * @throws BareError 401 without a token or session · ProblemError 403 for a machine without one of the scopes.
 * @see RFC 6750 §3.1
 */
export function assertCaller(context: Context, scopes: readonly string[]): void {
  const { actor } = context;
  if (actor.kind === 'anonymous') throw unauthenticated();
  if (actor.kind === 'organisation' && !hasAnyScope(actor, scopes)) throw insufficientScope(scopes);
}

function insufficientScope(scopes: readonly string[]): ProblemError {
  return new ProblemError({
    status: 403,
    title: `The token has none of the scopes that allow this: ${scopes.join(', ')}.`,
    headers: { 'www-authenticate': `Bearer error="insufficient_scope", scope="${scopes[0]}"` },
  });
}

/**
 * The organisation whose things the caller administers: the token's consumer, or the one a person acts for.
 * @throws BareError 401, 403
 */
export async function assertAdministrator(context: Context, scopes: readonly string[]): Promise<string> {
  assertCaller(context, scopes);
  const orgNo = actingOrgNo(context);
  if (orgNo === undefined) throw forbidden();
  await assertOwnTechnical(context, orgNo, ...scopes);
  return orgNo;
}

/** The organisation the caller stands in for; `undefined` for a person who has chosen none. Proves nothing. */
export function actingOrgNo(context: Context): string | undefined {
  const { actor } = context;
  switch (actor.kind) {
    case 'anonymous':
      return undefined;
    case 'organisation':
      return actor.orgNo;
    case 'person':
      return actor.actingFor?.orgNo;
  }
}

/**
 * Lets the platform's operator pass: a person with technical administration there, or its machine with
 * `idporten:scopes.admin`. @throws BareError 401, 403
 */
export async function assertOperator(context: Context): Promise<void> {
  assertCaller(context, ADMINISTER_PREFIXES);
  await assertOwnTechnical(context, env().OPERATOR_ORG_NO, ...ADMINISTER_PREFIXES);
}

/** Lets people of the operator pass, never machines. @throws BareError 401, 403 */
export async function assertOperatorPerson(context: Context): Promise<void> {
  assertPerson(context);
  await assertOwnTechnical(context, env().OPERATOR_ORG_NO);
}
