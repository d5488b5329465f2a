import { createPublicKey, type JsonWebKey, sign, verify } from 'node:crypto';
import { promisify } from 'node:util';
import { newKey } from './keys.ts';

const signInPool = promisify(sign);

/** Verifications and signatures a second, so many at a time and nothing else: what no token endpoint can beat. */
export async function bareCrypto(connections: number, seconds: number): Promise<number> {
  const key = await newKey();
  const publicKey = createPublicKey({ key: key.publicJwk as JsonWebKey, format: 'jwk' });
  const data = Buffer.alloc(500, 'x');
  const signature = sign('sha256', data, key.privateKey);
  const endsAt = performance.now() + seconds * 1000;
  let done = 0;
  const work = async () => {
    while (performance.now() < endsAt) {
      verify('sha256', data, publicKey, signature);
      await signInPool('sha256', data, key.privateKey);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  return done / seconds;
}
