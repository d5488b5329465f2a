/** The grant type of RFC 7523 §2.1, the only one the token endpoint knows. */
export const JWT_BEARER_GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

/** Algorithms an assertion may be signed with; ours are always RS256. */
export const ASSERTION_ALGORITHMS = ['RS256', 'RS384', 'RS512'] as const;
export type AssertionAlgorithm = (typeof ASSERTION_ALGORITHMS)[number];

/** How far a client's clock may differ from ours, in either direction. */
export const CLOCK_SKEW_SECONDS = 10;

/** Life of an access token when neither client nor scope says otherwise. */
export const TOKEN_LIFETIME_DEFAULT_SECONDS = 120;
/** The longest life any setting can give an access token. */
export const TOKEN_LIFETIME_MAX_SECONDS = 7200;

/** `jti` is opaque; only its length is bounded. */
export const JTI_MAX_LENGTH = 256;
/** `kid` is the client's own name for a key; only its length is bounded. */
export const KID_MAX_LENGTH = 128;

/** `authorization_details` type of a system user. */
export const SYSTEM_USER_DETAILS = 'urn:altinn:systemuser';

/** How a client proved who it is, as `client_amr` says it in the token. */
export type ClientAuthentication = 'private_key_jwt' | 'virksomhetssertifikat';

/** A JSON object straight from the parser: every member is still to be checked. */
export type JsonObject = Readonly<Record<string, unknown>>;
