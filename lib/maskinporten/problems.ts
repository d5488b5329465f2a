import { OAuthError } from '../kernel/errors.ts';

const CLIENT = 'Invalid assertion. Client authentication failed. ';

/**
 * Every refusal of the token endpoint: OAuth's word for it and the fixed part of the description.
 * Codes in the MP series and their texts are Maskinporten's, matched on by clients; the others are our own.
 * @see `maskinporten.md` §7.2, §7.3
 */
const CATALOGUE = {
  'MP-011': { error: 'invalid_request', text: 'Invalid assertion. Invalid parameter value.' },
  'MP-012': { error: 'invalid_grant', text: 'Invalid assertion. Grant is used before.' },
  'MP-100': { error: 'invalid_grant', text: `${CLIENT}Client not found.` },
  'MP-110': { error: 'invalid_grant', text: `${CLIENT}Invalid JWT claim aud.` },
  'MP-120': { error: 'invalid_grant', text: `${CLIENT}The JWT is signed with an invalid certificate.` },
  'MP-121': { error: 'invalid_grant', text: `${CLIENT}Expired key.` },
  'MP-122': {
    error: 'invalid_grant',
    text: `${CLIENT}Invalid JWT. Invalid organization number for client. Does not match certificate orgno.`,
  },
  'MP-123': { error: 'invalid_grant', text: `${CLIENT}Invalid JWT header x5c.` },
  'MP-124': { error: 'invalid_grant', text: `${CLIENT}Invalid JWT signature.` },
  'MP-130': { error: 'invalid_grant', text: `${CLIENT}JWT is expired.` },
  'MP-200': { error: 'invalid_scope', text: 'Token request contains invalid scopes for client,' },
  'MP-201': { error: 'invalid_scope', text: 'Token request contains scopes not allowed for maskinporten,' },
  'MP-250': { error: 'invalid_scope', text: 'Consumer has not been granted access to the scope' },
  'MP-251': { error: 'invalid_scope', text: 'Consumer' },
  'MP-301': { error: 'invalid_authorization_details', text: 'Unknown authorization details type.' },
  'MP-302': { error: 'invalid_authorization_details', text: 'Unknown fields in the authorization details.' },
  'MP-303': { error: 'invalid_authorization_details', text: 'Invalid authorization details values.' },
  'grant-type': { error: 'unsupported_grant_type', text: 'Unsupported grant_type.' },
  'unknown-kid': { error: 'invalid_grant', text: `${CLIENT}Unknown key identifier (kid) for client.` },
  'kid-required': {
    error: 'invalid_grant',
    text: `${CLIENT}Invalid JWT. The client requires pre-registered jwk and no key identifier (kid) provided.`,
  },
  'issue-time': { error: 'invalid_grant', text: `${CLIENT}Issue time is after now. Issue time is in the future.` },
  'not-before': { error: 'invalid_grant', text: `${CLIENT}JWT is not valid yet: nbf is after now.` },
  lifetime: { error: 'invalid_grant', text: `${CLIENT}JWT has too long lifetime.` },
  'no-lifetime': { error: 'invalid_grant', text: `${CLIENT}JWT has no lifetime: exp must be later than iat.` },
  'consumer-org': {
    error: 'invalid_request',
    text: 'Validation of JWT claim failed: The combination consumer_org in claim and delegation scope on client is invalid',
  },
  target: { error: 'invalid_target', text: 'Invalid resource.' },
  'invalid-client': { error: 'invalid_client', text: 'Client authentication failed.' },
} as const satisfies Record<string, { readonly error: string; readonly text: string }>;

/** A code that ends up in `error_uri`; public, stable, never reused. */
export type TokenProblem = keyof typeof CATALOGUE;

/** Every code of the catalogue. */
export const TOKEN_PROBLEMS = Object.keys(CATALOGUE) as readonly TokenProblem[];

/** Codes that a page explains, the catalogue's and the ones that the rim of the service adds. */
export const EXPLAINED_CODES = [...TOKEN_PROBLEMS, 'unavailable', 'server-error', 'too-many-requests'] as const;
export type ExplainedCode = (typeof EXPLAINED_CODES)[number];

/**
 * Makes the refusal with that code, for the caller to throw.
 * @param detail what the client can fix; follows the fixed text. Values from outside go through `quote` first.
 * @param differently another `error` or status, where the same code is used for both.
 */
export function refusal(
  code: TokenProblem,
  detail = '',
  differently: {
    readonly error?: string;
    readonly status?: number;
    readonly headers?: Readonly<Record<string, string>>;
  } = {},
): OAuthError {
  const { error, text } = CATALOGUE[code];
  return new OAuthError({
    error,
    code,
    description: detail === '' ? text : `${text} ${detail}`,
    ...differently,
  });
}

const QUOTED_MAX_CHARACTERS = 200;

/**
 * A value from outside in the characters that RFC 6749 §5.2 allows in a description, cut to a readable length. An absent
 * or empty one is called "nothing", so that the sentence around it can still be read.
 */
export function quote(value: unknown): string {
  const text = (typeof value === 'string' ? value : JSON.stringify(value)) || 'nothing';
  const clean = text.slice(0, QUOTED_MAX_CHARACTERS).replace(/[^\x20-\x21\x23-\x5b\x5d-\x7e]/g, '?');
  return text.length > QUOTED_MAX_CHARACTERS ? `${clean}...` : clean;
}
