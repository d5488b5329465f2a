import type { Context } from '../context/context.ts';
import { OAuthError } from '../kernel/errors.ts';
import { assertAdministrator, READ_CLIENTS } from './administration/authority.ts';
import { type Assertion, parseAssertion } from './assertion/assertion.ts';
import { type AuthenticatedClient, assertAudience, assertSigned } from './assertion/authenticate-client.ts';
import { type ClientWithKey, findClientWithKey } from './assertion/client-store.ts';
import { assertCurrent } from './assertion/time.ts';
import { findClientKeys } from './client-keys/find-client-keys.ts';
import { audienceOf } from './grant/audience.ts';
import { readDetails } from './grant/authorization-details.ts';
import { findSystemUserFor } from './grant/find-system-user-for.ts';
import { assertAccess, assertDelegated, type GrantedScopes, requestedScopes } from './grant/requested-scopes.ts';
import { isSpent } from './grant/used-grants.ts';
import { refusal } from './problems.ts';

/** The rules of the token endpoint in its own order, a few to a check. */
export const GRANT_CHECKS = [
  'form',
  'client',
  'audience',
  'signature',
  'time',
  'replay',
  'scopes',
  'access',
  'resource',
  'details',
  'system-user',
] as const;
export type GrantCheckName = (typeof GRANT_CHECKS)[number];

/** How a check went; `skipped` when an earlier failure, or the grant itself, leaves nothing to check. */
export type GrantCheck = {
  readonly check: GrantCheckName;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly refusal: { readonly code: string; readonly description: string } | undefined;
};

/** What would become of a grant. */
export type GrantExplanation = {
  readonly checks: readonly GrantCheck[];
  /** The key that the grant names, and those registered on the client; `undefined` when the client is not the caller's. */
  readonly keys: { readonly named: string | undefined; readonly registered: readonly string[] } | undefined;
  /** The system user that the grant speaks for, when there is one. */
  readonly systemUserId: string | undefined;
};

type Findings = {
  assertion?: Assertion;
  client?: ClientWithKey;
  granted?: GrantedScopes;
  systemUserId?: string;
};

/**
 * Says of each rule whether a grant keeps it, without using the grant up and without issuing anything. Goes on after a
 * failure as far as what follows can be judged by itself. Only for clients of the caller's own organisation: of others
 * it says no more than of clients that do not exist.
 * @throws BareError 401, 403
 * @see `maskinporten.md` §4.1
 */
export async function explainGrant(context: Context, text: string): Promise<GrantExplanation> {
  const orgNo = await assertAdministrator(context, READ_CLIENTS);
  const found: Findings = {};
  const checks: GrantCheck[] = [];
  for (const check of GRANT_CHECKS) checks.push(await judge(check, () => STEPS[check](context, found, text, orgNo)));
  const { client, assertion, systemUserId } = found;
  const registered = client ? (await findClientKeys(context.db, client.clientId)).map(({ kid }) => kid) : [];
  return { checks, keys: client && { named: assertion?.kid, registered }, systemUserId };
}

async function judge(check: GrantCheckName, step: () => Promise<boolean>): Promise<GrantCheck> {
  try {
    return { check, outcome: (await step()) ? 'passed' : 'skipped', refusal: undefined };
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    return { check, outcome: 'failed', refusal: { code: error.code, description: error.message } };
  }
}

/** Each gives `false` when it has nothing to go by, and throws the endpoint's own refusal. */
const STEPS: Readonly<
  Record<GrantCheckName, (context: Context, found: Findings, text: string, orgNo: string) => Promise<boolean>>
> = {
  form: async (_, found, text) => {
    found.assertion = parseAssertion(text);
    return true;
  },
  client: async ({ db }, found, _, orgNo) => {
    if (!found.assertion) return false;
    const { claims, kid } = found.assertion;
    const client = await findClientWithKey(db, claims.issuer ?? '', kid ?? '');
    if (client?.orgNo !== orgNo) throw refusal('MP-100');
    if (!client.active || client.integrationType !== 'maskinporten') throw refusal('MP-100');
    if (claims.subject !== undefined && claims.subject !== claims.issuer) throw refusal('MP-100');
    found.client = client;
    return true;
  },
  audience: async (_, { assertion }) => {
    if (!assertion) return false;
    assertAudience(assertion.claims);
    return true;
  },
  signature: async ({ db, now }, { client, assertion }) => {
    if (!client || !assertion) return false;
    await assertSigned(db, client, assertion, now);
    return true;
  },
  time: async ({ now }, { assertion }) => {
    if (!assertion) return false;
    assertCurrent(assertion.claims, now);
    return true;
  },
  replay: async ({ db }, { client, assertion }) => {
    if (!client || !assertion) return false;
    if (await isSpent(db, client.clientId, assertion)) throw refusal('MP-012');
    return true;
  },
  scopes: async ({ db }, found) => {
    const { client, assertion } = found;
    if (!client || !assertion) return false;
    const { scope, consumerOrg } = assertion.claims;
    found.granted = await requestedScopes(db, asAuthenticated(client), scope, consumerOrg ?? client.orgNo);
    return true;
  },
  access: async ({ db }, { client, assertion, granted }) => {
    if (!client || !assertion || !granted) return false;
    assertAccess(granted);
    const { consumerOrg } = assertion.claims;
    if (consumerOrg === client.orgNo) throw refusal('consumer-org');
    if (consumerOrg !== undefined) await assertDelegated(db, granted, consumerOrg, client.orgNo);
    return true;
  },
  resource: async (_, { assertion, granted }) => {
    if (!assertion || !granted) return false;
    audienceOf(assertion.claims.resources, granted);
    return true;
  },
  details: async (_, { assertion }) => {
    if (!assertion) return false;
    const { authorizationDetails, consumerOrg } = assertion.claims;
    if (authorizationDetails === undefined) return true;
    readDetails(authorizationDetails);
    if (consumerOrg !== undefined) throw refusal('MP-303', 'consumer_org and a system user exclude each other.');
    return true;
  },
  'system-user': async (context, found) => {
    const { client, assertion } = found;
    const details = assertion?.claims.authorizationDetails;
    if (!client || details === undefined) return false;
    const asked = askedFor(details);
    if (!asked) return false;
    found.systemUserId = (await findSystemUserFor(context, asAuthenticated(client), asked)).id;
    return true;
  },
};

/** What the details ask for; `undefined` when they are wrong, which the check before has said. */
function askedFor(details: readonly unknown[]) {
  try {
    return readDetails(details);
  } catch (error) {
    if (error instanceof OAuthError) return undefined;
    throw error;
  }
}

/** The later rules read who the client is, not how it proved it. */
function asAuthenticated({ key: _, ...client }: ClientWithKey): AuthenticatedClient {
  return { ...client, method: 'private_key_jwt', kid: undefined };
}
