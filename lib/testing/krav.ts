import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

// Making keys costs more than all the rest; the played issuer and the other signers share theirs.
const issuerKeys = generateKeyPair('RS256', { extractable: true });
const otherKeys = generateKeyPair('RS256', { extractable: true });

const NOW_SECONDS = Date.parse('2026-11-21T12:00:00Z') / 1000;

/** What the played issuer and PDP answer; a test changes what it is about. */
export type Platform = {
  readonly issuer: string;
  readonly url: string;
  /** Milliseconds since 1970; both sides' clock. */
  now: number;
  keys: readonly unknown[];
  metadata: Readonly<Record<string, unknown>>;
  cacheControl: string;
  token: { status: number; body: unknown };
  pdp: { status: number; body: unknown; hang?: boolean };
  /** Paths that were called, in order. */
  readonly calls: string[];
  /** Bodies and authorization that the PDP received. */
  readonly questions: { authorization: string | undefined; body: unknown }[];
  /** Signs claims as the issuer does; header members may be replaced. */
  readonly sign: (claims: object, header?: object, key?: CryptoKey) => Promise<string>;
  readonly stop: () => Promise<void>;
};

/** A key pair that the issuer does not publish: the guest's own, a vendor's, another issuer's. */
export async function anotherKeyPair(): Promise<Awaited<typeof otherKeys>> {
  return otherKeys;
}

/** A PDP answer with one decision, and the level that its policy demands. */
export function aDecision(decision: string, level?: number): unknown {
  const obligation = {
    id: 'urn:altinn:obligation:authenticationLevel1',
    attributeAssignment: [{ category: 'urn:altinn:minimum-authenticationlevel', value: String(level) }],
  };
  return { response: [{ decision, obligations: level === undefined ? null : [obligation] }] };
}

/** Claims of a system-user token for Rør og Vann AS, as Maskinporten issues them. */
export function someClaims(platform: Platform): Record<string, unknown> {
  const now = Math.floor(platform.now / 1000);
  return {
    iss: platform.issuer,
    client_id: 'smartregnskap-client',
    client_amr: 'private_key_jwt',
    consumer: { authority: 'iso6523-actorid-upis', ID: '0192:313300307' },
    scope: 'skatteetaten:kravogbetalinger',
    token_type: 'Bearer',
    iat: now,
    exp: now + 120,
    jti: randomUUID(),
    authorization_details: [
      {
        type: 'urn:altinn:systemuser',
        systemuser_org: { authority: 'iso6523-actorid-upis', ID: '0192:314400402' },
        systemuser_id: ['f950ddae-06c3-4b57-b940-702417a90df0'],
        system_id: '313300307_smartregnskap',
      },
    ],
  };
}

/** Starts a server that plays Maskinporten and the PDP for a guest, over real HTTP. */
export async function startPlatform(): Promise<Platform> {
  const signing = await issuerKeys;
  const publicJwk = { ...(await exportJWK(signing.publicKey)), kid: 'issuer-key', use: 'sig', alg: 'RS256' };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const path = request.url ?? '';
    platform.calls.push(path);
    const send = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json', 'cache-control': platform.cacheControl });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    };
    if (path === '/.well-known/oauth-authorization-server') return send(200, platform.metadata);
    if (path === '/jwk') return send(200, { keys: platform.keys });
    if (path === '/token') return send(platform.token.status, platform.token.body);
    platform.questions.push({
      authorization: request.headers.authorization,
      body: JSON.parse(Buffer.concat(chunks).toString('utf8')),
    });
    if (platform.pdp.hang) return request.socket.destroy();
    return send(platform.pdp.status, platform.pdp.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const platform: Platform = {
    issuer: `${url}/`,
    url,
    now: NOW_SECONDS * 1000,
    keys: [publicJwk],
    metadata: { issuer: `${url}/`, token_endpoint: `${url}/token`, jwks_uri: `${url}/jwk` },
    cacheControl: 'public, max-age=3600',
    token: { status: 200, body: { access_token: 'own-token', token_type: 'Bearer', expires_in: 120, scope: '' } },
    pdp: { status: 200, body: aDecision('Permit', 2) },
    calls: [],
    questions: [],
    sign: (claims, header = {}, key = signing.privateKey) =>
      new SignJWT({ ...claims }).setProtectedHeader({ alg: 'RS256', kid: 'issuer-key', ...header }).sign(key),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return platform;
}
