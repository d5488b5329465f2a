import { type Answer, callService, type Fetch, isOutage, membersOf, textOf, unavailable } from './call-service.ts';
import { ServiceUnavailable } from './errors.ts';

/** What an issuer says of itself. */
export type Metadata = { readonly tokenEndpoint: string; readonly jwksUri: string };

/**
 * Reads an issuer's metadata and makes sure that it is this issuer's own.
 * @throws ServiceUnavailable
 * @see RFC 8414 §3
 */
export async function readMetadata(
  fetch: Fetch,
  issuer: string,
): Promise<{ readonly metadata: Metadata; readonly answer: Answer }> {
  const url = toMetadataUrl(issuer);
  const answer = await callService(fetch, url, { headers: { accept: 'application/json' } });
  if (isOutage(answer.status)) throw unavailable(url, answer);
  const body = membersOf(answer.body);
  const [tokenEndpoint, jwksUri] = [textOf(body.token_endpoint), textOf(body.jwks_uri)];
  if (answer.status !== 200 || tokenEndpoint === undefined || jwksUri === undefined) {
    throw new ServiceUnavailable(`There is no issuer's metadata at ${url} (HTTP ${answer.status})`, answer);
  }
  // RFC 8414 §3.3: the metadata of somebody else could send a grant somewhere else.
  if (body.issuer !== issuer) {
    throw new ServiceUnavailable(
      `The issuer there calls itself ${String(body.issuer)}, not ${issuer}; every character counts`,
    );
  }
  return {
    metadata: { tokenEndpoint: sameScheme(issuer, tokenEndpoint), jwksUri: sameScheme(issuer, jwksUri) },
    answer,
  };
}

/** The well-known part stands between host and path. @see RFC 8414 §3.1 */
function toMetadataUrl(issuer: string): string {
  const { origin, pathname } = new URL(issuer);
  return `${origin}/.well-known/oauth-authorization-server${pathname.replace(/\/$/, '')}`;
}

/** An issuer that is had over TLS names nothing that is not. */
function sameScheme(issuer: string, url: string): string {
  if (URL.parse(url)?.protocol === new URL(issuer).protocol) return url;
  throw new ServiceUnavailable(`The metadata of ${issuer} names the address ${url}, which is of another kind`);
}
