import type { Db } from '#db/open.ts';
import { now } from '../context/clock.ts';
import { type Actor, ANONYMOUS, type Context, type OrganisationActor } from '../context/context.ts';
import { processDb } from '../context/database.ts';
import { countCall } from '../context/rate-limit.ts';
import { meetCaller } from '../context/served-call.ts';
import type { ApiRequest } from '../http/api-request.ts';
import { ownIssuers, TOKEN_GENERATOR } from '../maskinporten/issuers.ts';
import { verifyOwnToken } from '../maskinporten/verify-token.ts';
import { findPerson } from '../parties/find-party.ts';
import { type TokenClaims, tokenClaims } from './token-claims.ts';

const COOKIE = 'AltinnStudioRuntime';

/**
 * Says who calls a machine endpoint. Accepts raw Maskinporten tokens, exchanged tokens and end-user tokens, all signed
 * by our own keys; without a valid one the caller is anonymous, and the verb answers 401.
 * Checks neither scope nor ownership. Counts the call against the caller's limit.
 * @throws ProblemError 429 above that limit.
 * @see RFC 6750 §2.1, `altinn-api.md` §1.1
 */
export async function fromBearer(request: ApiRequest): Promise<Context> {
  const context = { db: processDb(), now: now() };
  const token = readToken(request);
  const actor = token === undefined ? ANONYMOUS : await actorOf(context.db, token, context.now);
  await meetCaller(actor);
  await countCall(context.db, actor);
  return { ...context, actor };
}

/**
 * Names the bearer of a token.
 * @returns an anonymous actor when the token is not a current one of ours, or names nobody.
 */
async function actorOf(db: Db, token: string, at: Date): Promise<Actor> {
  const verified = await verifyOwnToken(db, token, at, ownIssuers());
  if (!verified) return ANONYMOUS;
  const claims = claimsOf(verified);
  return claims['urn:altinn:userid'] === undefined ? toOrganisation(claims) : toPerson(db, claims);
}

/** By the payload, which is the same object for as long as its token is remembered. */
const known = new WeakMap<object, TokenClaims>();

function claimsOf(payload: object): TokenClaims {
  const claims = known.get(payload) ?? tokenClaims.parse(payload);
  known.set(payload, claims);
  return claims;
}

/** The token of the `Authorization` header; for reading alone also the portal's cookie, which other sites could send along. */
function readToken(request: ApiRequest): string | undefined {
  const header = request.headers.get('authorization');
  if (header !== null) return bearerOf(header);
  if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
  const cookies = request.headers.get('cookie')?.split(/; */) ?? [];
  return cookies.find((cookie) => cookie.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1);
}

/** One token after the scheme; matching the whole of a long one would take longer. */
function bearerOf(header: string): string | undefined {
  const [scheme] = header.match(/^Bearer +/i) ?? [];
  const token = scheme && header.slice(scheme.length);
  return token && !token.includes(' ') ? token : undefined;
}

/** The party of a person whom neither the register nor the token gives one. */
const NOBODY = { partyUuid: '00000000-0000-0000-0000-000000000000', partyId: 0 };

function toOrganisation(claims: TokenClaims): Actor {
  const orgNo = claims.consumer ?? claims['urn:altinn:orgNumber'];
  if (orgNo === undefined) return ANONYMOUS;
  const details = claims.authorization_details;
  const actor: OrganisationActor = {
    kind: 'organisation',
    orgNo,
    scopes: scopesOf(claims),
    prefixes: claims.consumer_prefix,
    exchanged: claims['urn:altinn:orgNumber'] !== undefined,
    ...(claims['urn:altinn:org'] === undefined ? {} : { orgCode: claims['urn:altinn:org'] }),
    ...(claims.client_id === undefined ? {} : { clientId: claims.client_id }),
    ...(claims.actual_iss === TOKEN_GENERATOR ? { generated: true as const } : {}),
    ...(details
      ? { systemUser: { id: details.systemuser_id[0], orgNo: details.systemuser_org, systemId: details.system_id } }
      : {}),
  };
  return actor;
}

async function toPerson(db: Db, claims: TokenClaims): Promise<Actor> {
  const userId = claims['urn:altinn:userid'];
  const known = userId === undefined ? undefined : await findPerson(db, { userId });
  if (userId === undefined) return ANONYMOUS;
  // Whom the register does not know is somebody all the same, with a right to nothing.
  const partyUuid = known?.uuid ?? claims['urn:altinn:party:uuid'] ?? NOBODY.partyUuid;
  const partyId = known?.partyId ?? claims['urn:altinn:partyid'] ?? NOBODY.partyId;
  return {
    kind: 'person',
    userId,
    partyUuid,
    partyId,
    name: known?.name ?? '',
    authenticationLevel: claims['urn:altinn:authlevel'],
    scopes: scopesOf(claims),
  };
}

function scopesOf(claims: TokenClaims): ReadonlySet<string> {
  return new Set([...claims.scope, ...claims['urn:altinn:scope']]);
}
