import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import { callService, membersOf, ServiceError } from './call-service.ts';
import type { Settings } from './settings.ts';

const GRANT_LIFE_SECONDS = 100;

/** Thrown when Maskinporten refuses a grant. The code is the last part of `error_uri`, such as `MP-303`. */
export class TokenRefused extends Error {
  readonly code: string;

  constructor(code: string, description: string) {
    super(description);
    this.name = 'TokenRefused';
    this.code = code;
  }
}

/**
 * Gets an access token from Maskinporten with SmartRegnskap's own key.
 * @param request.orgNo the customer to act for; without it the token is the vendor's own.
 * @throws TokenRefused, ServiceError
 * @see RFC 7523 §2.1, RFC 9396 §2
 */
export async function getToken(
  settings: Settings,
  request: { readonly scope: string; readonly orgNo?: string },
): Promise<string> {
  const { endpoint, now } = await discover(settings.issuer);
  const answer = await callService('Maskinporten', endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: await signGrant(settings, request, now),
    }),
  });
  const body = membersOf(answer.body);
  if (answer.status === 200 && typeof body.access_token === 'string') return body.access_token;
  if (answer.status >= 500 || typeof body.error !== 'string') throw new ServiceError('Maskinporten', answer.body);
  const code = String(body.error_uri ?? '')
    .split('/')
    .at(-1);
  throw new TokenRefused(code || body.error, String(body.error_description ?? body.error));
}

/** Where tokens are had, and what time it is there: a grant is judged by the issuer's clock, whatever ours says. */
async function discover(issuer: string): Promise<{ readonly endpoint: string; readonly now: Date }> {
  const { body, date } = await callService('Maskinporten', `${issuer}.well-known/oauth-authorization-server`);
  const { issuer: named, token_endpoint: endpoint } = membersOf(body);
  // RFC 8414 §3.3: metadata of somebody else could send the grant somewhere else.
  if (named !== issuer || typeof endpoint !== 'string') throw new ServiceError('Maskinporten');
  return { endpoint, now: date ?? new Date() };
}

async function signGrant(
  settings: Settings,
  request: { readonly scope: string; readonly orgNo?: string },
  now: Date,
): Promise<string> {
  const iat = Math.floor(now.getTime() / 1000);
  const details = {
    type: 'urn:altinn:systemuser',
    systemuser_org: { authority: 'iso6523-actorid-upis', ID: `0192:${request.orgNo}` },
  };
  return new SignJWT({
    scope: request.scope,
    ...(request.orgNo === undefined ? {} : { authorization_details: [details] }),
  })
    .setProtectedHeader({ alg: 'RS256', kid: settings.clientJwk.kid ?? '' })
    .setIssuer(settings.clientId)
    .setAudience(settings.issuer)
    .setIssuedAt(iat)
    .setExpirationTime(iat + GRANT_LIFE_SECONDS)
    .setJti(randomUUID())
    .sign(await importJWK(settings.clientJwk, 'RS256'));
}
