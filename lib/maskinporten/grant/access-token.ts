import { randomUUID } from 'node:crypto';
import type { Db } from '#db/open.ts';
import { env } from '../../config/env.ts';
import { toIso6523 } from '../../kernel/brands.ts';
import type { AuthenticatedClient } from '../assertion/authenticate-client.ts';
import { TOKEN_LIFETIME_DEFAULT_SECONDS, TOKEN_LIFETIME_MAX_SECONDS } from '../model.ts';
import { signJwt } from '../signing-keys.ts';
import type { GrantedScopes } from './requested-scopes.ts';

/** All that has been decided about a token before it is signed. */
export type TokenGrant = {
  readonly client: AuthenticatedClient;
  readonly granted: GrantedScopes;
  /** Whose legal right it is: the customer when the client acts as supplier, else the client's owner. */
  readonly consumerOrgNo: string;
  readonly audience: string | readonly string[] | undefined;
  readonly pid: string | undefined;
  readonly authorizationDetails: Readonly<Record<string, unknown>> | undefined;
  readonly consumerPrefixes: readonly string[] | undefined;
};

/** A signed access token with its life in seconds. */
export type AccessToken = { readonly token: string; readonly expiresIn: number; readonly jti: string };

/**
 * Signs an access token: no `typ`, no `sub`, and `aud` only for a restricted one.
 * @see `maskinporten.md` §6
 */
export async function signAccessToken(db: Db, grant: TokenGrant, now: Date): Promise<AccessToken> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  const expiresIn = lifetimeOf(grant.client, grant.granted);
  const jti = newTokenId();
  const claims = { ...claimsOf(grant), iat: issuedAt, exp: issuedAt + expiresIn, jti };
  return { token: await signJwt(db, claims, { now }), expiresIn, jti };
}

/** 32 bytes in base64url, from UUIDs: of their random bytes Node fetches many at a time. */
function newTokenId(): string {
  return Buffer.from(`${randomUUID()}${randomUUID()}`.replaceAll('-', ''), 'hex').toString('base64url');
}

/** The shortest of what the client and its scopes say, in seconds; 0 says nothing. */
function lifetimeOf(
  client: Pick<AuthenticatedClient, 'accessTokenLifetime'>,
  { scopes }: { readonly scopes: readonly { readonly atMaxAge: number }[] },
): number {
  const ages = scopes.map(({ atMaxAge }) => atMaxAge).filter((age) => age > 0);
  return Math.min(client.accessTokenLifetime || TOKEN_LIFETIME_DEFAULT_SECONDS, TOKEN_LIFETIME_MAX_SECONDS, ...ages);
}

function claimsOf(grant: TokenGrant): Record<string, unknown> {
  const { client, granted, consumerOrgNo } = grant;
  return {
    ...(grant.authorizationDetails ? { authorization_details: [grant.authorizationDetails] } : {}),
    ...(grant.audience === undefined ? {} : { aud: grant.audience }),
    ...(grant.pid === undefined ? {} : { pid: grant.pid }),
    scope: granted.names.join(' '),
    iss: env().issuer,
    client_amr: client.method,
    token_type: 'Bearer',
    client_id: client.clientId,
    consumer: toIso6523(consumerOrgNo),
    ...(grant.consumerPrefixes ? { consumer_prefix: grant.consumerPrefixes } : {}),
    ...(consumerOrgNo === client.orgNo ? {} : delegationClaims(grant)),
  };
}

function delegationClaims({ client, granted }: TokenGrant): Record<string, unknown> {
  const source = granted.scopes[0]?.delegationSource;
  return { supplier: toIso6523(client.orgNo), ...(source ? { delegation_source: source } : {}) };
}
