import { isObject } from './fetch-json.ts';
import { invalidToken } from './problems.ts';
import type { VerifiedClaims } from './verify-token.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Finds the one system user that a token speaks for.
 * @throws KravError KB-004 unless there is exactly one detail, of the right type, with exactly one id.
 * @see RFC 9396 §2
 */
export function readSystemUser(claims: VerifiedClaims): string {
  const details = claims.authorization_details;
  const detail: unknown = Array.isArray(details) && details.length === 1 ? details[0] : undefined;
  if (!isObject(detail) || detail.type !== 'urn:altinn:systemuser') {
    throw invalidToken('Tokenet må gjelde nøyaktig én systembruker (authorization_details).');
  }
  const ids = detail.systemuser_id;
  const id: unknown = Array.isArray(ids) && ids.length === 1 ? ids[0] : undefined;
  if (typeof id !== 'string' || !UUID.test(id)) {
    throw invalidToken('Tokenet må ha nøyaktig én systemuser_id.');
  }
  return id;
}
