import { z } from 'zod';
import { env } from '../config/env.ts';
import type { GrantedToken } from './grant-token.ts';
import { exchangeIssuer } from './issuers.ts';
import { ASSERTION_ALGORITHMS, JWT_BEARER_GRANT, SYSTEM_USER_DETAILS } from './model.ts';
import { refusal } from './problems.ts';

/** The fields of a form, each with every value it was given. */
type Form = ReadonlyMap<string, readonly string[]>;

/** The parameters of a token request that mean something; any others are ignored. */
export type TokenForm = {
  readonly grantType: string | undefined;
  readonly assertion: string | undefined;
  readonly clientId: string | undefined;
};

/**
 * Picks the parameters of a token request.
 * @throws OAuthError MP-011 when one of them is repeated.
 * @see RFC 6749 §3.2
 */
export function toTokenForm(form: Form): TokenForm {
  return {
    grantType: only(form, 'grant_type'),
    assertion: only(form, 'assertion'),
    clientId: only(form, 'client_id'),
  };
}

/** The value of a parameter; an empty one counts as absent. @throws OAuthError MP-011 when it is repeated. */
function only(form: Form, name: string): string | undefined {
  const values = form.get(name) ?? [];
  if (values.length > 1) throw refusal('MP-011', `${name} is repeated.`);
  return values[0] || undefined;
}

/** The success answer of the token endpoint. @see RFC 6749 §5.1 */
export function toTokenResponse(granted: GrantedToken) {
  return {
    access_token: granted.token,
    token_type: 'Bearer',
    expires_in: granted.expiresIn,
    scope: granted.scope,
  } as const;
}

/**
 * The metadata document. The members beside Maskinporten's own are harmless supersets.
 * @see RFC 8414 §2, `maskinporten.md` §2.2
 */
export function toMetadata() {
  const { issuer } = env();
  return {
    issuer,
    token_endpoint: `${issuer}token`,
    jwks_uri: `${issuer}jwk`,
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    grant_types_supported: [JWT_BEARER_GRANT],
    token_endpoint_auth_signing_alg_values_supported: ASSERTION_ALGORITHMS,
    authorization_details_types_supported: [SYSTEM_USER_DETAILS],
    response_types_supported: [],
    introspection_endpoint: `${issuer}introspect`,
    introspection_endpoint_auth_methods_supported: ['private_key_jwt'],
    introspection_endpoint_auth_signing_alg_values_supported: ASSERTION_ALGORITHMS,
  };
}

/** An hour, and a day more while it is asked for anew: together less than a retired key stays published. */
export const JWKS_CACHE_CONTROL = 'public, max-age=3600, stale-while-revalidate=86400';
/** An hour: what the metadata says changes with a release only. */
export const METADATA_CACHE_CONTROL = 'public, max-age=3600';

const CLIENT_ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** The parameters of an introspection request. */
export type IntrospectionForm = { readonly token: string | undefined; readonly clientAssertion: string | undefined };

/**
 * Picks the parameters of an introspection request.
 * @throws OAuthError MP-011 when one is repeated or the assertion is of another type.
 * @see RFC 7662 §2.1, RFC 7523 §2.2
 */
export function toIntrospectionForm(form: Form): IntrospectionForm {
  const clientAssertion = only(form, 'client_assertion');
  if (clientAssertion !== undefined && only(form, 'client_assertion_type') !== CLIENT_ASSERTION_TYPE) {
    throw refusal('MP-011', `client_assertion_type must be ${CLIENT_ASSERTION_TYPE}.`);
  }
  return { token: only(form, 'token'), clientAssertion };
}

/** The metadata of the issuer of exchanged tokens: only what a verifier of tokens needs. */
export function toExchangeMetadata() {
  const issuer = exchangeIssuer();
  return {
    issuer,
    jwks_uri: `${issuer}.well-known/openid-configuration/jwks`,
    response_types_supported: [],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  };
}

/** What `toTokenResponse` gives. */
export const tokenResponse = z.strictObject({
  access_token: z.string(),
  token_type: z.literal('Bearer'),
  expires_in: z.int(),
  scope: z.string(),
});

/** What introspection answers; a token that is not good has nothing but `active`. */
export const introspectionDto = z.looseObject({ active: z.boolean() });

/** Metadata of an issuer: at least these members. */
export const metadataDto = z.looseObject({ issuer: z.string(), jwks_uri: z.string() });

/** Published public keys. */
export const jwksDto = z.strictObject({
  keys: z.array(z.looseObject({ kid: z.string(), kty: z.string(), alg: z.string(), use: z.string() })),
});
