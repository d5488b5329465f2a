import { randomUUID } from 'node:crypto';
import { env } from '#lib/config/env.ts';
import type { Context } from '#lib/context/context.ts';
import { signJwt } from '#lib/maskinporten/signing-keys.ts';
import type { AnyRequest } from '#lib/requests/model.ts';

/** The `typ` of a signed result: no API takes a message of this kind for an access token. */
export const RESULT_TYPE = 'request-result+jwt';

/** Long enough to read a receipt, too short to be kept. */
const RESULT_LIFETIME_SECONDS = 15 * 60;

/**
 * States the outcome of a request, signed by the issuer's active key, so that the vendor need not believe the address
 * that a browser brought. Meant for the system that asked, and names no person. Does not check that it was answered.
 */
export function signResult(
  { db, now }: Pick<Context, 'db' | 'now'>,
  request: Pick<AnyRequest, 'id' | 'status' | 'externalRef' | 'systemId'>,
): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  const claims = {
    iss: env().issuer,
    aud: request.systemId,
    jti: randomUUID(),
    iat: issuedAt,
    exp: issuedAt + RESULT_LIFETIME_SECONDS,
    request_id: request.id,
    status: request.status,
    external_ref: request.externalRef,
  };
  return signJwt(db, claims, { now, typ: RESULT_TYPE });
}
