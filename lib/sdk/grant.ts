import { randomUUID } from 'node:crypto';
import type { SigningKey } from './signing-key.ts';

/** Documented to be 120 at most; what is left is for the way. */
const LIFETIME_SECONDS = 100;

/** What a token is asked for. */
export type TokenRequest = {
  /** One or more, separated by single spaces. */
  readonly scope: string;
  /** The API that the token shall be for, and no other (RFC 8707). */
  readonly resource?: string;
  /** The organisation number of a customer that has delegated the API to you. */
  readonly consumerOrg?: string;
  /** The national identity number that the token shall be bound to. */
  readonly pid?: string;
};

/** What a token for a system user is asked for. */
export type SystemUserTokenRequest = {
  readonly scope: string;
  /** The organisation number of the customer whose system user it is. */
  readonly organisation: string;
  /** The reference that the system user was asked for with; without one it is the customer's number. */
  readonly externalRef?: string;
};

/**
 * Signs a new grant: each can be used once.
 * @see RFC 7523 §3, RFC 9396 §2
 */
export function signGrant(
  key: SigningKey,
  parties: { readonly issuer: string; readonly clientId: string; readonly now: Date },
  request: TokenRequest | SystemUserTokenRequest,
): Promise<string> {
  const iat = Math.floor(parties.now.getTime() / 1000);
  return key.sign({
    aud: parties.issuer,
    iss: parties.clientId,
    iat,
    exp: iat + LIFETIME_SECONDS,
    jti: randomUUID(),
    scope: request.scope,
    ...('organisation' in request ? systemUserClaims(request) : tokenClaims(request)),
  });
}

function tokenClaims({ resource, consumerOrg, pid }: TokenRequest) {
  return {
    ...(resource === undefined ? {} : { resource: [resource] }),
    ...(consumerOrg === undefined ? {} : { consumer_org: consumerOrg }),
    ...(pid === undefined ? {} : { pid }),
  };
}

function systemUserClaims({ organisation, externalRef }: SystemUserTokenRequest) {
  const owner = {
    type: 'urn:altinn:systemuser',
    systemuser_org: { authority: 'iso6523-actorid-upis', ID: `0192:${organisation}` },
  };
  return { authorization_details: [externalRef === undefined ? owner : { ...owner, externalRef }] };
}
