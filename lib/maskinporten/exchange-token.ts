import { randomUUID } from 'node:crypto';
import type { Db } from '#db/open.ts';
import { env } from '../config/env.ts';
import type { Context } from '../context/context.ts';
import { countCall } from '../context/rate-limit.ts';
import { meetCaller } from '../context/served-call.ts';
import { BareError, unauthenticated } from '../kernel/errors.ts';
import { findOrganisation } from '../parties/find-party.ts';
import { exchangeIssuer } from './issuers.ts';
import type { JsonObject } from './model.ts';
import { signJwt } from './signing-keys.ts';
import { verifyOwnToken } from './verify-token.ts';

/** Life of an exchanged token. */
const LIFETIME_SECONDS = 1800;
const PROVIDERS: ReadonlySet<string> = new Set(['maskinporten', 'id-porten', 'altinnstudio']);
/** Claims of the original that do not come along. */
const LEFT_BEHIND: ReadonlySet<string> = new Set(['aud', 'iss', 'client_amr', 'sid', 'nbf']);

/**
 * Exchanges a Maskinporten token for Altinn's own: every claim comes along, so that a system user's token stays one.
 * No other provider of this installation issues tokens that could be exchanged.
 * @param token the bearer token of the request, `undefined` without one
 * @throws BareError 400 for an unknown provider, 401 for no token, a bad one, or one that names no consumer · ProblemError 429.
 * @see `altinn-api.md` §12.1
 */
export async function exchangeToken(context: Context, provider: string, token: string | undefined): Promise<string> {
  if (!PROVIDERS.has(provider.toLowerCase())) throw new BareError(400, `Unsupported token provider: ${provider}`);
  if (token === undefined || provider.toLowerCase() !== 'maskinporten') throw unauthenticated();
  const { db, now } = context;
  const claims = await verifyOwnToken(db, token, now, [env().issuer]);
  const orgNo = claims && consumerOf(claims);
  if (!claims || orgNo === undefined) throw unauthenticated();
  const clientId = String(claims.client_id);
  await meetCaller({ clientId, orgNo });
  await countCall(db, { clientId });
  const kept = Object.fromEntries(Object.entries(claims).filter(([name]) => !LEFT_BEHIND.has(name)));
  const issuedAt = Math.floor(now.getTime() / 1000);
  const added = {
    iss: exchangeIssuer(),
    sid: randomUUID(),
    'urn:altinn:orgNumber': orgNo,
    'urn:altinn:authenticatemethod': 'maskinporten',
    'urn:altinn:authlevel': 3,
    ...(await ownerCode(db, orgNo, String(claims.scope ?? ''))),
  };
  return signJwt(db, { ...kept, ...added, iat: issuedAt, nbf: issuedAt, exp: issuedAt + LIFETIME_SECONDS }, { now });
}

function consumerOf({ consumer }: JsonObject): string | undefined {
  const id = typeof consumer === 'object' && consumer !== null ? (consumer as JsonObject).ID : undefined;
  return typeof id === 'string' ? id.match(/^0192:([0-9]{9})$/)?.[1] : undefined;
}

/** Service owners' tokens carry their short code. */
async function ownerCode(db: Db, orgNo: string, scope: string): Promise<JsonObject> {
  if (!scope.includes('altinn:serviceowner')) return {};
  const owner = await findOrganisation(db, orgNo);
  return owner?.orgCode === undefined ? {} : { 'urn:altinn:org': owner.orgCode };
}
