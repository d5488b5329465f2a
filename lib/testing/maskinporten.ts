import { createHash, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import type { Db } from '#db/open.ts';
import { env } from '../config/env.ts';
import { ANONYMOUS, type Context } from '../context/context.ts';
import { toIso6523 } from '../kernel/brands.ts';
import { OAuthError } from '../kernel/errors.ts';
import { type GrantedToken, grantToken } from '../maskinporten/grant-token.ts';
import { JWT_BEARER_GRANT } from '../maskinporten/model.ts';
import { TEST_NOW } from './context.ts';

/** The vendor and the customer that tests speak of unless they say otherwise. */
export const TEST_VENDOR = '313300307';
export const TEST_CUSTOMER = '310702641';
export const TEST_SCOPE = 'skatteetaten:kravogbetalinger';

/** A key pair with its public JWK; the pairs of one process are reused, since making one takes long. */
export type TestKey = { readonly kid: string; readonly privateKey: KeyObject; readonly publicKey: KeyObject };

const pairs: { publicKey: KeyObject; privateKey: KeyObject }[] = [];

/** The n-th RSA-2048 pair of this process, under a name. */
export function aKey(kid = 'K1', index = 0): TestKey {
  pairs[index] ??= generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { kid, ...pairs[index] };
}

/** The public JWK of a key as the administration API takes it. */
export function aPublicJwk(key: TestKey): Record<string, unknown> {
  const { kty, n, e } = key.publicKey.export({ format: 'jwk' });
  return { kty, use: 'sig', alg: 'RS256', kid: key.kid, n, e };
}

/** Stores an active scope, open to nobody until `anAccess` or `accessibleForAll`. */
export async function aScope(
  db: Db,
  differences: Partial<Db['tables']['scopes']['$inferInsert']> = {},
): Promise<string> {
  const name = differences.name ?? TEST_SCOPE;
  const [prefix = '', ...rest] = name.split(':');
  await db.insert(db.tables.scopes).values({
    name,
    prefix,
    subscope: rest.join(':'),
    ownerOrgNo: '974761076',
    active: true,
    visibility: 'PUBLIC',
    allowedIntegrationTypes: ['maskinporten'],
    accessibleForAll: false,
    delegationSource: null,
    atMaxAge: 0,
    enforcedAudience: null,
    addsConsumerPrefix: false,
    details: {},
    createdAt: TEST_NOW,
    updatedAt: TEST_NOW,
    ...differences,
  });
  return name;
}

/** Gives an organisation access to a scope. */
export async function anAccess(
  db: Db,
  scope: string,
  consumerOrgNo: string,
  state: 'REQUESTED' | 'APPROVED' | 'DENIED' = 'APPROVED',
): Promise<void> {
  await db
    .insert(db.tables.scopeAccesses)
    .values({ scope, consumerOrgNo, state, createdAt: TEST_NOW, updatedAt: TEST_NOW });
}

/** A stored client with the key that signs for it. */
export type TestClient = { readonly clientId: string; readonly orgNo: string; readonly key: TestKey };

type ClientDifferences = Partial<Db['tables']['clients']['$inferInsert']> & {
  readonly key?: TestKey | undefined;
  readonly keyExpiresAt?: Date;
  /** A client that authenticates by certificate has none. */
  readonly withoutKey?: boolean;
};

/** Stores an active Maskinporten client of the vendor with `TEST_SCOPE` and one key. */
export async function aClientWithKey(db: Db, differences: ClientDifferences = {}): Promise<TestClient> {
  const { key = aKey(), keyExpiresAt, withoutKey, ...row } = differences;
  const client = {
    clientId: randomUUID(),
    orgNo: TEST_VENDOR,
    supplierOrgNo: null,
    name: 'Test client',
    active: true,
    integrationType: 'maskinporten',
    scopes: [TEST_SCOPE],
    accessTokenLifetime: 0,
    version: 1,
    details: {},
    createdAt: TEST_NOW,
    updatedAt: TEST_NOW,
    ...row,
  };
  await db.insert(db.tables.clients).values(client);
  if (!withoutKey) await aRegisteredKey(db, client.clientId, key, keyExpiresAt);
  return { clientId: client.clientId, orgNo: client.orgNo, key };
}

/** Registers a key on a client, for a year unless said. */
export async function aRegisteredKey(db: Db, clientId: string, key: TestKey, expiresAt?: Date): Promise<void> {
  const { kty, n, e } = key.publicKey.export({ format: 'jwk' });
  await db.insert(db.tables.clientKeys).values({
    clientId,
    kid: key.kid,
    jwk: aPublicJwk(key),
    thumbprint: createHash('sha256').update(JSON.stringify({ e, kty, n })).digest('base64url'),
    expiresAt: expiresAt ?? new Date(TEST_NOW.getTime() + 365 * 86_400_000),
    createdAt: TEST_NOW,
    updatedAt: TEST_NOW,
  });
}

/** What a test changes about a valid grant; `undefined` members are left out of the JSON. */
export type GrantDifferences = {
  readonly header?: Readonly<Record<string, unknown>>;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly key?: TestKey;
  /** The instant by the client's clock. */
  readonly now?: Date;
};

/** A signed grant of a client for `TEST_SCOPE`, as it goes into `assertion`. */
export function aGrant(client: TestClient, differences: GrantDifferences = {}): string {
  const seconds = Math.floor((differences.now ?? TEST_NOW).getTime() / 1000);
  const header = { alg: 'RS256', kid: client.key.kid, ...differences.header };
  const claims = {
    aud: env().issuer,
    iss: client.clientId,
    scope: TEST_SCOPE,
    iat: seconds,
    exp: seconds + 100,
    jti: randomUUID(),
    ...differences.claims,
  };
  return signCompact(JSON.stringify(header), JSON.stringify(claims), differences.key ?? client.key);
}

const DIGESTS: Readonly<Record<string, string>> = { RS384: 'sha384', RS512: 'sha512' };

/** Signs exactly these texts as header and payload, however odd they are. */
export function signCompact(header: string, payload: string, key: TestKey): string {
  const signingInput = `${Buffer.from(header).toString('base64url')}.${Buffer.from(payload).toString('base64url')}`;
  const digest = DIGESTS[/"alg":"(RS[0-9]+)"/.exec(header)?.[1] ?? ''] ?? 'sha256';
  return `${signingInput}.${sign(digest, Buffer.from(signingInput), key.privateKey).toString('base64url')}`;
}

/** `authorization_details` that ask for the system user of a customer. */
export function aSystemUserDetail(orgNo = TEST_CUSTOMER, differences: Readonly<Record<string, unknown>> = {}) {
  return { type: 'urn:altinn:systemuser', systemuser_org: toIso6523(orgNo), ...differences };
}

/** A token request for a grant. */
export function aTokenRequest(assertion: string, differences: Readonly<Record<string, string>> = {}): Request {
  return new Request(`${env().issuer}token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: JWT_BEARER_GRANT,
      assertion,
      ...differences,
    }),
  });
}

/** The payload of a compact JWS, unverified. */
export function payloadOf(jwt: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
}

/** What became of a token request: the claims of the token, or the refusal. */
export type Outcome = {
  readonly status: number;
  readonly error?: string;
  readonly code?: string;
  readonly text?: string;
  readonly claims?: Record<string, unknown>;
  readonly granted?: GrantedToken;
};

/** Asks for a token with a grant as it stands, and tells the outcome instead of throwing. */
export async function ask(context: Pick<Context, 'db' | 'now'>, assertion: string | undefined): Promise<Outcome> {
  const form = { grantType: JWT_BEARER_GRANT, assertion, clientId: undefined };
  try {
    const granted = await grantToken({ ...context, actor: ANONYMOUS }, form);
    return { status: 200, claims: payloadOf(granted.token), granted };
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    return { status: error.status, error: error.error, code: error.code, text: error.message };
  }
}
