import { type Answer, callService, type Fetch, isOutage, membersOf, textOf, unavailable } from './call-service.ts';
import { TokenRefused } from './errors.ts';
import { hintFor } from './hints.ts';

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const TRACE = / \((?:trace_id|correlation id): (?<id>[^)]+)\)$/;

/** A token, and how long it lives. */
export type GrantedToken = { readonly accessToken: string; readonly scope: string; readonly expiresIn: number };

/**
 * Exchanges a signed grant for a token, in one attempt.
 * @param seen is shown the answer, whatever it says.
 * @throws TokenRefused, ServiceUnavailable
 * @see RFC 7523 §2.1, RFC 6749 §5
 */
export async function requestToken(
  fetch: Fetch,
  tokenEndpoint: string,
  assertion: string,
  seen: (answer: Answer) => void = () => {},
): Promise<GrantedToken> {
  const body = new URLSearchParams({ grant_type: JWT_BEARER, assertion });
  const answer = await callService(fetch, tokenEndpoint, { method: 'POST', body });
  seen(answer);
  if (isOutage(answer.status)) throw unavailable(tokenEndpoint, answer);
  const { access_token: accessToken, expires_in: expiresIn, scope } = membersOf(answer.body);
  if (answer.status === 200 && typeof accessToken === 'string' && typeof expiresIn === 'number') {
    return { accessToken, expiresIn, scope: String(scope ?? '') };
  }
  const error = textOf(membersOf(answer.body).error);
  throw error === undefined ? unavailable(tokenEndpoint, answer) : toRefusal(error, membersOf(answer.body));
}

function toRefusal(error: string, body: Readonly<Record<string, unknown>>): TokenRefused {
  const text = textOf(body.error_description) ?? error;
  const errorUri = textOf(body.error_uri);
  const code = errorUri?.split('/').at(-1) || error;
  return new TokenRefused({
    code,
    error,
    description: text.replace(TRACE, ''),
    errorUri,
    traceId: TRACE.exec(text)?.groups?.id,
    hint: hintFor(code),
  });
}
