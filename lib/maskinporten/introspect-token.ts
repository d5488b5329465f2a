import type { Context } from '../context/context.ts';
import { meetCaller } from '../context/served-call.ts';
import { OAuthError } from '../kernel/errors.ts';
import { findSystemUser } from '../systemusers/find-system-user.ts';
import { isActive } from '../systemusers/model.ts';
import { parseAssertion } from './assertion/assertion.ts';
import { authenticateClient } from './assertion/authenticate-client.ts';
import { assertCurrent } from './assertion/time.ts';
import { spendGrant } from './grant/used-grants.ts';
import { ownIssuers } from './issuers.ts';
import { type JsonObject, SYSTEM_USER_DETAILS } from './model.ts';
import { refusal } from './problems.ts';
import type { IntrospectionForm } from './schema.ts';
import { verifyOwnToken } from './verify-token.ts';

/** The answer to an introspection: the token's own claims while it is good. */
export type Introspection = { readonly active: false } | (JsonObject & { readonly active: true });

/**
 * Says whether a token is good at this moment: ours, current, and its system user, if it has one, still there and
 * not suspended.
 * Asked by a client assertion or with a bearer token of this issuer.
 * @throws OAuthError invalid_client (401) when the caller does not say who it is, MP-011 without `token`.
 * @see RFC 7662 §2
 */
export async function introspectToken(context: Context, form: IntrospectionForm): Promise<Introspection> {
  await assertKnownCaller(context, form);
  if (form.token === undefined) throw refusal('MP-011', 'token is missing.');
  const claims = await verifyOwnToken(context.db, form.token, context.now, ownIssuers());
  if (!claims || !(await isLive(context, claims))) return { active: false };
  return { ...claims, active: true };
}

async function assertKnownCaller(context: Context, { clientAssertion }: IntrospectionForm): Promise<void> {
  if (clientAssertion === undefined) {
    if (context.actor.kind === 'organisation') return;
    throw refusal('invalid-client', 'Send a client_assertion or a bearer token.', UNAUTHORIZED);
  }
  try {
    const assertion = parseAssertion(clientAssertion, 'client-authentication');
    await meetCaller({ clientId: assertion.claims.issuer });
    const client = await authenticateClient(context.db, assertion, context.now);
    assertCurrent(assertion.claims, context.now);
    await spendGrant(context.db, client.clientId, assertion, context.now);
  } catch (cause) {
    if (!(cause instanceof OAuthError)) throw cause;
    throw new OAuthError({ ...UNAUTHORIZED, code: cause.code, description: cause.message, cause });
  }
}

const UNAUTHORIZED = {
  error: 'invalid_client',
  status: 401,
  headers: { 'www-authenticate': 'Bearer' },
} as const;

async function isLive({ db }: Context, { authorization_details: details }: JsonObject): Promise<boolean> {
  const [detail] = Array.isArray(details) ? (details as JsonObject[]) : [];
  if (detail?.type !== SYSTEM_USER_DETAILS || !Array.isArray(detail.systemuser_id)) return true;
  const user = await findSystemUser(db, String(detail.systemuser_id[0]));
  return user !== undefined && isActive(user);
}
