// Set up before every test file: the keys of 2048 bits that our code makes are drawn in turn from a few real ones. Making
// one costs as much as a whole test, and every database of a test wants its own.
import crypto, { type KeyPairKeyObjectResult, type RSAKeyPairOptions } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { promisify } from 'node:util';

/** More than any test makes in one database. */
const PAIRS = 16;
const KEY = Symbol.for('systembruker.testing.rsa-keys');

type Generate = (type: string, options: RSAKeyPairOptions<'pem', 'pem'>) => Promise<KeyPairKeyObjectResult>;

const holder = globalThis as { [KEY]?: Generate };
holder[KEY] ??= drawing(promisify(crypto.generateKeyPair) as unknown as Generate);
crypto.generateKeyPair = Object.assign(refuseCallback, {
  [promisify.custom]: holder[KEY],
}) as unknown as typeof crypto.generateKeyPair;
syncBuiltinESMExports();

function drawing(generate: Generate): Generate {
  const pairs: Promise<KeyPairKeyObjectResult>[] = [];
  let drawn = 0;
  return (type, options) => {
    if (type !== 'rsa' || options.modulusLength !== 2048) return generate(type, options);
    const index = drawn % PAIRS;
    drawn += 1;
    pairs[index] ??= generate(type, options);
    return pairs[index];
  };
}

function refuseCallback(): never {
  throw new Error('Tests draw keys from the promisified function only.');
}
