import { generateKeyPair, type KeyObject, randomUUID, sign } from 'node:crypto';
import { promisify } from 'node:util';

const generate = promisify(generateKeyPair);
const signInPool = promisify(sign);

/** A client's key pair for a benchmark. */
export type BenchKey = { readonly kid: string; readonly privateKey: KeyObject; readonly publicJwk: object };

/** Makes an RSA-2048 key with the public part as a JWK. */
export async function newKey(): Promise<BenchKey> {
  const { privateKey, publicKey } = await generate('rsa', { modulusLength: 2048 });
  const kid = randomUUID();
  return { kid, privateKey, publicJwk: { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' } };
}

/** Signs a JWT in the thread pool. */
export async function signJwt(key: BenchKey, claims: object): Promise<string> {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const input = `${encode({ alg: 'RS256', kid: key.kid })}.${encode(claims)}`;
  const signature = await signInPool('sha256', Buffer.from(input), key.privateKey);
  return `${input}.${signature.toString('base64url')}`;
}

/** Makes so many values, sixteen at a time. */
export async function inParallel<T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> {
  const made: T[] = new Array(count);
  let next = 0;
  const work = async () => {
    for (let index = next; index < count; index = next) {
      next += 1;
      made[index] = await make(index);
    }
  };
  await Promise.all(Array.from({ length: 16 }, work));
  return made;
}
