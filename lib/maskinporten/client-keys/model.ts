/** How many keys a client may have at once. */
export const CLIENT_KEYS_MAX = 5;
/** The longest life of a client key from the day it is posted. */
export const CLIENT_KEY_LIFETIME_DAYS = 365;

/** The public key a client signs its grants with; nothing but public members. */
export type PublicJwk = {
  readonly kty: 'RSA';
  readonly kid: string;
  readonly use: 'sig';
  readonly alg?: 'RS256' | 'RS384' | 'RS512';
  readonly n: string;
  readonly e: string;
  /** Certificate chain as standard base64 of DER, leaf first. */
  readonly x5c?: readonly string[];
};

/** A key registered on a client. */
export type ClientKey = {
  readonly clientId: string;
  readonly kid: string;
  readonly jwk: PublicJwk;
  /** RFC 7638, SHA-256. */
  readonly thumbprint: string;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date | undefined;
  readonly createdAt: Date;
  readonly updatedAt: Date;
};
