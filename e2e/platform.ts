import { randomUUID } from 'node:crypto';
import { importJWK, type JWK, type JWTPayload, SignJWT } from 'jose';
import { expect } from './fixtures.ts';
import type { House } from './house.ts';

/** The house as a stranger's integration meets it: addresses, and what the sandbox tells of its register. */
export type Platform = {
  readonly portal: string;
  readonly organisation: (orgNo: string) => { readonly partyId: number; readonly partyUuid: string };
  /** A JWT grant of a client, signed with its key. */
  readonly grant: (clientId: string, key: JWK, claims: JWTPayload) => Promise<Answer>;
};

/** An answer with its body read: JSON where it is that, text otherwise. */
export type Answer = {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
};

/** Calls the platform with one token. */
export type Caller = (method: string, path: string, body?: unknown) => Promise<Answer>;

const BASIC = `Basic ${Buffer.from('sandbox:sandbox').toString('base64')}`;

/** Reads who is in the register. */
export async function platform({ portal }: House): Promise<Platform> {
  const answer = await fetch(`${portal}/api/TestParties`, { headers: { authorization: BASIC } });
  const { organisations } = (await answer.json()) as {
    organisations: { orgNo: string; partyId: number; partyUuid: string }[];
  };
  return {
    portal,
    organisation: (orgNo) => {
      const found = organisations.find((each) => each.orgNo === orgNo);
      if (!found) throw new Error(`${orgNo} is not in the register.`);
      return found;
    },
    grant: async (clientId, key, claims) => {
      const now = Math.floor(Date.now() / 1000);
      const payload = { aud: `${portal}/`, iss: clientId, iat: now, exp: now + 100, jti: randomUUID(), ...claims };
      const assertion = await new SignJWT(payload)
        .setProtectedHeader({ alg: 'RS256', kid: key.kid })
        .sign(await importJWK(key, 'RS256'));
      const body = new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion });
      return read(await fetch(`${portal}/token`, { method: 'POST', body }));
    },
  };
}

/** A token from the sandbox's generator. */
export async function generated(
  { portal }: Platform,
  kind: 'Enterprise' | 'Personal',
  query: Readonly<Record<string, string>>,
): Promise<string> {
  const search = new URLSearchParams({ env: 'tt02', ...query });
  const answer = await fetch(`${portal}/api/Get${kind}Token?${search}`, { headers: { authorization: BASIC } });
  expect(answer.status).toBe(200);
  return answer.text();
}

/** Calls with a token from here on. */
export function caller({ portal }: Platform, token: string): Caller {
  return async (method, path, body) =>
    read(
      await fetch(`${portal}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
}

/** Makes a Maskinporten client with one key, as its owner would over the administration API. @returns its id */
export async function clientOf(
  at: Platform,
  orgNo: string,
  publicJwk: object,
  scopes: readonly string[],
): Promise<string> {
  const owner = caller(at, await generated(at, 'Enterprise', { orgNo, scopes: 'idporten:dcr.write' }));
  const made = await owner('POST', '/api/v1/clients', {
    client_name: 'complete path',
    description: 'of the contract tests',
    integration_type: 'maskinporten',
    application_type: 'web',
    token_endpoint_auth_method: 'private_key_jwt',
    grant_types: ['urn:ietf:params:oauth:grant-type:jwt-bearer'],
    scopes,
  });
  expect(made.status).toBe(200);
  const { client_id: clientId } = made.body as { client_id: string };
  expect((await owner('POST', `/api/v1/clients/${clientId}/jwks`, { keys: [publicJwk] })).status).toBe(200);
  return clientId;
}

async function read(response: Response): Promise<Answer> {
  const text = await response.text();
  return { status: response.status, body: parse(text), headers: Object.fromEntries(response.headers) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
