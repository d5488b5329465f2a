import { generateKeyPair, type KeyObject, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const generate = promisify(generateKeyPair);
const KEY_BITS = 2048;

/** A guest's settings: what it is told of the world, its client id and its private key. */
export type GuestSettings = Readonly<Record<string, unknown>>;

/** A Maskinporten client of the sandbox, with the private key that its owner keeps. */
export type GuestClient = { readonly clientId: string; readonly privateJwk: Readonly<Record<string, unknown>> };

/** Which members of a private JWK anybody may see. */
const PUBLIC_MEMBERS = ['kty', 'kid', 'use', 'alg', 'n', 'e'] as const;

/** The public part of a private JWK. */
export function toPublicJwk(privateJwk: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(PUBLIC_MEMBERS.map((member) => [member, privateJwk[member]]));
}

/** The secret that lies in a guest's file under the name, or a new one to put there; Standard Webhooks' form. */
export function keptSecret(folder: string, guest: string, name: string): string {
  const kept = readGuest(join(folder, `${guest}.json`))[name];
  return typeof kept === 'string' ? kept : `whsec_${randomBytes(32).toString('base64')}`;
}

/**
 * Gives a guest its client and key: those it has, or new ones in a file that only its owner can read. A PEM of the key lies
 * beside it for tools without JWK.
 * @param prefix of the names in the file, e.g. `KRAV`: they are the guest's environment variables
 */
export async function provideGuest(
  folder: string,
  name: string,
  prefix: string,
  settings: GuestSettings,
): Promise<GuestClient> {
  const file = join(folder, `${name}.json`);
  const known = readGuest(file);
  const client = (known[`${prefix}_CLIENT_JWK`] ? undefined : await newClient(folder, name)) ?? {
    clientId: String(known[`${prefix}_CLIENT_ID`]),
    privateJwk: known[`${prefix}_CLIENT_JWK`] as GuestClient['privateJwk'],
  };
  const content = {
    ...settings,
    [`${prefix}_CLIENT_ID`]: client.clientId,
    [`${prefix}_CLIENT_JWK`]: client.privateJwk,
  };
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  return client;
}

function readGuest(file: string): GuestSettings {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as GuestSettings) : {};
}

async function newClient(folder: string, name: string): Promise<GuestClient> {
  mkdirSync(folder, { recursive: true });
  const { privateKey, ...client } = await makeClient(`${name}-1`);
  writeFileSync(join(folder, `${name}.pem`), privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 });
  return client;
}

/** Makes a client id and a key under a name, and keeps neither. */
export async function makeClient(kid: string): Promise<GuestClient & { readonly privateKey: KeyObject }> {
  const { privateKey } = await generate('rsa', { modulusLength: KEY_BITS });
  const privateJwk = { ...privateKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' };
  return { clientId: randomUUID(), privateJwk, privateKey };
}
