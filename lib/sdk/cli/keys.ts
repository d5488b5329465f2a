import { createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { calculateJwkThumbprint, type JWK } from 'jose';
import { textOf } from '../call-service.ts';
import { toPrivateKey } from '../signing-key.ts';
import { type Command, type Given, oneOf, UsageError } from './command.ts';
import { readKeyFile } from './key-file.ts';
import { CLIENT } from './settings.ts';

const generate = promisify(generateKeyPair);

/** Makes a key pair, or shows the public half of one; the private half goes into a file for its owner alone. */
export const keys: Command = {
  summary: 'Make a key pair for a client, and print the public JWKS to register',
  options: {
    out: { type: 'string', value: 'FILE', help: 'a new file for the private key; never printed, never written over' },
    format: { type: 'string', value: 'FORMAT', default: 'jwk', help: 'jwk or pem' },
    bits: { type: 'string', value: 'BITS', default: '2048', help: '2048, 3072 or 4096' },
    kid: { ...CLIENT.kid, help: 'what the key is registered as; otherwise its thumbprint (RFC 7638)' },
    key: { ...CLIENT.key, help: 'show the public half of this key instead' },
  },
  run: async (given) => {
    const file = given.text('out');
    const publicJwk = file === undefined ? await readPublicJwk(given) : await makeKey(given, file);
    const json = { keys: [publicJwk] };
    return { ok: true, text: JSON.stringify(json, null, 2), json };
  },
};

async function makeKey(given: Given, file: string): Promise<JWK> {
  const modulusLength = Number(oneOf(given, 'bits', ['2048', '3072', '4096']));
  const format = oneOf(given, 'format', ['jwk', 'pem']);
  const { privateKey } = await generate('rsa', { modulusLength });
  const publicJwk = await toPublicJwk(privateKey, given.text('kid'));
  const jwk = { ...publicJwk, ...privateKey.export({ format: 'jwk' }) };
  const pem = String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
  try {
    writeFileSync(file, format === 'pem' ? pem : `${JSON.stringify(jwk, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  } catch {
    throw new UsageError(`${file} is there already, or cannot be written.`);
  }
  return publicJwk;
}

async function readPublicJwk(given: Given): Promise<JWK> {
  const file = given.text('key');
  if (file === undefined) throw new UsageError('Give --out for a new key, or --key for one that is there.');
  const { privateKey } = readKeyFile(file);
  const named = typeof privateKey === 'string' ? undefined : textOf(privateKey.kid);
  return toPublicJwk(toPrivateKey(privateKey), given.text('kid') ?? named);
}

/** As it is registered on a client; its thumbprint names it unless something else does. */
async function toPublicJwk(privateKey: KeyObject, kid: string | undefined): Promise<JWK> {
  const jwk = createPublicKey(privateKey).export({ format: 'jwk' }) as JWK;
  return { ...jwk, kid: kid ?? (await calculateJwkThumbprint(jwk)), use: 'sig', alg: 'RS256' };
}
