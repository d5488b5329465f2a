import { env } from '../config/env.ts';
import type { Context } from '../context/context.ts';
import type { ApiRequest } from '../http/api-request.ts';
import { ownIssuers } from '../maskinporten/issuers.ts';
import { verifyOwnToken } from '../maskinporten/verify-token.ts';
import { fromBearer } from './bearer.ts';

/** What a platform access token opens: reads for services inside the platform, and nothing else. */
const PLATFORM_SCOPES: ReadonlySet<string> = new Set([
  'altinn:authentication/systemuser.admin',
  'altinn:resourceregistry/pdp:accesslist.read',
]);

/** What the reference says of the header. */
export const PLATFORM_ACCESS_HEADER = {
  PlatformAccessToken: "token of one of the platform's own services, in place of a bearer with the scope",
} as const;

/**
 * Says who calls an internal endpoint: the bearer, or the platform's own service when the header `PlatformAccessToken`
 * carries a current token of ours that names an application.
 */
export async function fromPlatform(request: ApiRequest): Promise<Context> {
  const context = await fromBearer(request);
  const token = request.headers.get('PlatformAccessToken');
  if (!token) return context;
  const claims = await verifyOwnToken(context.db, token, context.now, ownIssuers());
  if (typeof claims?.['urn:altinn:app'] !== 'string') return context;
  const orgNo = env().OPERATOR_ORG_NO;
  return {
    ...context,
    actor: { kind: 'organisation', orgNo, scopes: PLATFORM_SCOPES, prefixes: [], exchanged: false },
  };
}
