import type { Context } from '../context/context.ts';
import { countCall } from '../context/rate-limit.ts';
import { meetCaller } from '../context/served-call.ts';
import { parsePersonNo, toIso6523 } from '../kernel/brands.ts';
import { inSpan } from '../kernel/trace.ts';
import { type Assertion, parseAssertion } from './assertion/assertion.ts';
import { type AuthenticatedClient, authenticateClient } from './assertion/authenticate-client.ts';
import type { AssertionClaims } from './assertion/claims.ts';
import { assertCurrent } from './assertion/time.ts';
import { type AccessToken, signAccessToken } from './grant/access-token.ts';
import { audienceOf } from './grant/audience.ts';
import { readDetails } from './grant/authorization-details.ts';
import { findSystemUserFor } from './grant/find-system-user-for.ts';
import { noteUse } from './grant/note-use.ts';
import { auditingRefusals } from './grant/record-refusal.ts';
import { assertAccess, assertDelegated, type GrantedScopes, requestedScopes } from './grant/requested-scopes.ts';
import { listPrefixes } from './grant/scope-store.ts';
import { afterSpending } from './grant/used-grants.ts';
import { JWT_BEARER_GRANT, SYSTEM_USER_DETAILS } from './model.ts';
import { quote, refusal } from './problems.ts';
import type { TokenForm } from './schema.ts';

/** The answer to a token request. */
export type GrantedToken = AccessToken & { readonly scope: string };

/**
 * Grants an access token for a JWT bearer grant, or says why not, by the first rule that the grant breaks.
 * The caller needs no context of its own: the signature on the grant is what authenticates the client.
 * @throws OAuthError with every code of the catalogue in `problems.ts` · ProblemError 429 above the client's limit.
 * @see RFC 7523 §2.1, §3 · `maskinporten.md` §4.1, whose steps this follows
 */
export async function grantToken(context: Context, form: TokenForm): Promise<GrantedToken> {
  const { db, now } = context;
  const assertion = readGrant(form);
  await meetCaller({ clientId: assertion.claims.issuer });
  const client = await inSpan('authenticate the client', () => authenticateClient(db, assertion, now));
  await meetCaller({ clientId: client.clientId, orgNo: client.orgNo });
  await countCall(db, client);
  return auditingRefusals(context, client, assertion, async () => {
    assertCurrent(assertion.claims, now);
    const spending = { clientId: client.clientId, assertion, now };
    const token = await afterSpending(db, spending, () => issue(context, client, assertion.claims));
    noteUse(db, client, token.systemUserId, now);
    return token;
  });
}

function readGrant(form: TokenForm): Assertion {
  if (form.grantType === undefined) throw refusal('MP-011', 'grant_type is missing.');
  if (form.grantType !== JWT_BEARER_GRANT) {
    throw refusal('grant-type', `${quote(form.grantType)}: use ${JWT_BEARER_GRANT}.`);
  }
  if (form.assertion === undefined) throw refusal('MP-011', 'assertion is missing.');
  const assertion = parseAssertion(form.assertion);
  if (form.clientId !== undefined && form.clientId !== assertion.claims.issuer) {
    throw refusal('MP-011', 'client_id is not the iss of the assertion.');
  }
  return assertion;
}

async function issue(
  context: Context,
  client: AuthenticatedClient,
  claims: AssertionClaims,
): Promise<GrantedToken & { readonly systemUserId: string | undefined }> {
  const { db, now } = context;
  const consumerOrgNo = consumerOf(client, claims);
  const granted = await requestedScopes(db, client, claims.scope, consumerOrgNo);
  assertConsumerOrg(client, claims);
  assertAccess(granted);
  if (claims.consumerOrg !== undefined) await assertDelegated(db, granted, consumerOrgNo, client.orgNo);
  const audience = audienceOf(claims.resources, granted);
  assertPid(claims.pid);
  const systemUser = await readSystemUser(context, client, claims);
  const consumerPrefixes = await prefixesOf(context, granted, consumerOrgNo);
  const authorizationDetails = systemUser?.details;
  const token = await signAccessToken(
    db,
    { client, granted, consumerOrgNo, audience, pid: claims.pid, authorizationDetails, consumerPrefixes },
    now,
  );
  return { ...token, scope: granted.names.join(' '), systemUserId: systemUser?.id };
}

/** A number that is none is refused in its turn, and until then not looked up. */
function consumerOf(client: AuthenticatedClient, { consumerOrg }: AssertionClaims): string {
  return consumerOrg !== undefined && isNineDigits(consumerOrg) ? consumerOrg : client.orgNo;
}

function isNineDigits(text: string): boolean {
  return /^[0-9]{9}$/.test(text);
}

function assertConsumerOrg(client: AuthenticatedClient, { consumerOrg, onBehalfOf }: AssertionClaims): void {
  if (consumerOrg !== undefined && !isNineDigits(consumerOrg)) {
    throw refusal('MP-011', 'JWT claim consumer_org must be nine digits.');
  }
  if (onBehalfOf !== undefined) throw refusal('MP-011', 'JWT claim iss_onbehalfof is not supported.');
  if (consumerOrg === client.orgNo) throw refusal('consumer-org');
}

function assertPid(pid: string | undefined): void {
  if (pid !== undefined && parsePersonNo(pid) === undefined) {
    throw refusal('MP-011', 'JWT claim pid must be eleven digits with valid control digits.');
  }
}

async function readSystemUser(context: Context, client: AuthenticatedClient, claims: AssertionClaims) {
  if (claims.authorizationDetails === undefined) return undefined;
  const asked = readDetails(claims.authorizationDetails);
  if (claims.consumerOrg !== undefined) {
    throw refusal('MP-303', 'consumer_org and a system user exclude each other.');
  }
  const { id, systemId } = await findSystemUserFor(context, client, asked);
  const details = {
    type: SYSTEM_USER_DETAILS,
    systemuser_org: toIso6523(asked.orgNo),
    systemuser_id: [id],
    system_id: systemId,
  };
  return { id, details };
}

async function prefixesOf({ db }: Context, { scopes }: GrantedScopes, consumerOrgNo: string) {
  return scopes.some((scope) => scope.addsConsumerPrefix) ? listPrefixes(db, consumerOrgNo) : undefined;
}
