import { env } from '../config/env.ts';

/** The issuer of exchanged and end-user tokens, on Altinn's own path. */
export function exchangeIssuer(): string {
  return `${env().issuer}authentication/api/v1/openid/`;
}

/** The issuers whose tokens our APIs accept; both sign with the same keys. */
export function ownIssuers(): readonly string[] {
  return [env().issuer, exchangeIssuer()];
}

/** The claim `actual_iss` of tokens that the sandbox's generator made; they prove an organisation or person, no client. */
export const TOKEN_GENERATOR = 'sandbox-token-generator';
