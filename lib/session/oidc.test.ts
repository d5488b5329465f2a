import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NextApiRequest, NextApiResponse } from 'next';
import nextAuth from 'next-auth';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Db } from '#db/open.ts';

const PIA = '14837912092';
const PORTAL = 'http://localhost:3000';

let server: Server;
let issuer: string;
let db: Db;
let options: typeof import('./auth-options.ts').authOptions;
let claims: Record<string, unknown>;

beforeAll(async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = anIdentityProvider(issuer, publicKey);
  const callback = provider.callback();
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return callback(request, response);
    const login = { accountId: 'someone', acr: 'idporten-loa-high' };
    return provider.interactionFinished(request, response, { login });
  });
  vi.stubEnv('PORTAL_URL', PORTAL);
  vi.stubEnv('OIDC_ISSUER', issuer);
  vi.stubEnv('OIDC_CLIENT_ID', 'portal');
  vi.stubEnv('OIDC_CLIENT_JWK', JSON.stringify({ ...privateKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256' }));
  // The settings are read once, so everything that reads them comes after they are set.
  const { serveTestDatabase } = await import('../testing/test-database.ts');
  const { createPerson } = await import('../parties/create-party.ts');
  db = await serveTestDatabase();
  await createPerson(db, { personNo: PIA, name: 'Pia Strøm', at: new Date() });
  options = (await import('./auth-options.ts')).authOptions;
});

afterAll(() => {
  server.close();
});

describe('sign-in at an OpenID Connect provider', () => {
  it('finds the person of the register by pid, after PKCE, state, nonce and private_key_jwt', async () => {
    const browser = new Browser();
    const target = await browser.signIn({ pid: PIA });
    expect(target).toBe(`${PORTAL}/requests`);
    const [session] = await db.select().from(db.tables.sessions);
    expect(session).toMatchObject({ authenticationLevel: 4, authenticationMethod: 'oidc' });
    expect(browser.authorization.get('code_challenge_method')).toBe('S256');
    expect(browser.authorization.get('nonce')).toBeTruthy();
    expect(browser.authorization.get('acr_values')).toBe('idporten-loa-high');
  });

  it('lets nobody in whom the register does not know', async () => {
    const before = await db.$count(db.tables.sessions);
    const target = await new Browser().signIn({ pid: '02919423172' });
    expect(target).toBe('/login?error=unknown');
    expect(await db.$count(db.tables.sessions)).toBe(before);
  });

  it('C6 refuses an answer whose state belongs to another browser', async () => {
    const before = await db.$count(db.tables.sessions);
    const victim = new Browser();
    await victim.begin();
    const target = await victim.finish(await new Browser().authorize({ pid: PIA }));
    expect(target).toContain('error=');
    expect(await db.$count(db.tables.sessions)).toBe(before);
  });
});

/** A certified provider in ID-porten's shape: confidential client, PKCE required, `pid` in the ID token. */
function anIdentityProvider(address: string, publicKey: KeyObject): Provider {
  const provider = new Provider(address, {
    clients: [
      {
        client_id: 'portal',
        token_endpoint_auth_method: 'private_key_jwt',
        redirect_uris: [`${PORTAL}/api/auth/callback/oidc`],
        jwks: { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' }] },
      },
    ],
    pkce: { required: () => true },
    conformIdTokenClaims: false,
    acrValues: ['idporten-loa-high'],
    claims: { openid: ['sub', 'pid'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({ clientId: 'portal', accountId: 'someone' });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
    findAccount: (_, id) => ({ accountId: id, claims: async () => ({ sub: id, ...claims }) }),
  });
  provider.on('server_error', (_, error) => {
    throw error;
  });
  return provider;
}

/** Cookies of one browser at the portal and at the provider, and the way through both. */
class Browser {
  authorization = new URLSearchParams();
  readonly #portal = new Map<string, string>();
  readonly #provider = new Map<string, string>();

  async signIn(given: Record<string, unknown>): Promise<string> {
    return this.finish(await this.authorize(given));
  }

  /** Starts at the portal. @returns the provider's address. */
  async begin(): Promise<string> {
    const { csrfToken } = JSON.parse((await this.#auth('GET', ['csrf'])).body) as { csrfToken: string };
    const { location } = await this.#auth('POST', ['signin', 'oidc'], { csrfToken, callbackUrl: `${PORTAL}/requests` });
    this.authorization = new URL(location).searchParams;
    return location;
  }

  /** Signs in at the provider. @returns the answer's address at the portal. */
  async authorize(given: Record<string, unknown>): Promise<string> {
    claims = given;
    let location = await this.begin();
    while (!location.startsWith(PORTAL)) location = await this.#visit(location);
    return location;
  }

  /** Brings the provider's answer to the portal. @returns where the portal sends the browser. */
  async finish(answer: string): Promise<string> {
    const query = Object.fromEntries(new URL(answer).searchParams);
    return (await this.#auth('GET', ['callback', 'oidc'], {}, query)).location;
  }

  async #visit(address: string): Promise<string> {
    const response = await fetch(address, { redirect: 'manual', headers: { cookie: toHeader(this.#provider) } });
    keep(this.#provider, response.headers.getSetCookie());
    return new URL(response.headers.get('location') ?? '', issuer).href;
  }

  async #auth(method: string, path: string[], body: Record<string, string> = {}, query: Record<string, string> = {}) {
    const answer = { location: '', body: '' };
    const request = {
      method,
      body,
      query: { ...query, nextauth: path },
      cookies: Object.fromEntries(this.#portal),
      headers: {},
    };
    const response = {
      getHeader: () => [],
      setHeader: (name: string, value: string | string[]) => {
        if (name === 'Location') answer.location = String(value);
        if (name === 'Set-Cookie') keep(this.#portal, [value].flat());
        return response;
      },
      status: () => response,
      end: () => {},
      send: (value: unknown) => {
        answer.body = JSON.stringify(value);
      },
      json: (value: { url: string }) => {
        answer.location = value.url;
      },
    };
    await nextAuth(request as unknown as NextApiRequest, response as unknown as NextApiResponse, options());
    return answer;
  }
}

function keep(jar: Map<string, string>, headers: readonly string[]): void {
  for (const header of headers) {
    const [, name = '', value = ''] = header.match(/^([^=]+)=([^;]*)/) ?? [];
    jar.set(name, decodeURIComponent(value));
  }
}

function toHeader(jar: Map<string, string>): string {
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
}
