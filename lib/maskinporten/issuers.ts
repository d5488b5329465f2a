import { env } from '../config/env.ts';

/** The issuer of exchanged and end-user tokens, on Altinn's own path. */
export function exchangeIssuer(): string {
  return `${env().issuer}authentication/api/v1/openid/`;
}

/** The issuers whose tokens our APIs accept; both sign with the same keys. */
export function ownIssuers(): readonly string[] {
  return [env().issuer, exchangeIssuer()];
}
