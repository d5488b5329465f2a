import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../kernel/errors.ts';
import { aCertificate, toPem, toX5c } from '../../testing/certificates.ts';
import { aKey, aPublicJwk } from '../../testing/maskinporten.ts';
import { readKeyText } from './key-text.ts';
import { parsePublicKey, thumbprintOf } from './public-key.ts';

const jwk = aPublicJwk(aKey());
const rsa = (modulusLength: number, publicExponent = 65537) =>
  generateKeyPairSync('rsa', { modulusLength, publicExponent }).publicKey.export({ format: 'jwk' });
const privateJwk = aKey().privateKey.export({ format: 'jwk' });

function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ProblemError) return `${error.status} ${error.code} ${Object.keys(error.errors ?? {})}`.trim();
  }
  return 'accepted';
}

describe('a public key', () => {
  it('keeps public members only, in canonical form', () => {
    const padded = Buffer.concat([Buffer.from([0]), Buffer.from(String(jwk.n), 'base64url')]).toString('base64url');
    const parsed = parsePublicKey({ ...jwk, n: padded, key_ops: ['verify'], created: '2020-01-01', x5u: 'http://x' });
    expect(parsed).toEqual({ kty: 'RSA', kid: 'K1', use: 'sig', alg: 'RS256', n: jwk.n, e: 'AQAB' });
  });

  it.each(['RS256', 'RS384', 'RS512', undefined, null, ''])('accepts alg %s', (alg) => {
    expect(refusal(() => parsePublicKey({ ...jwk, alg }))).toBe('accepted');
  });

  it.each(['a', 'K-1_2.x', '0', 'x'.repeat(128)])('accepts the kid %s', (kid) => {
    expect(parsePublicKey({ ...jwk, kid }).kid).toBe(kid);
  });

  it.each([
    [{ kid: undefined }, 'kid'],
    [{ kid: '' }, 'kid'],
    [{ kid: 'a b' }, 'kid'],
    [{ kid: '../x' }, 'kid'],
    [{ kid: 7 }, 'kid'],
    [{ kid: 'x'.repeat(129) }, 'kid'],
    [{ use: undefined }, 'use'],
    [{ use: 'enc' }, 'use'],
    [{ alg: 'PS256' }, 'alg'],
    [{ alg: 'ES256' }, 'alg'],
    [{ alg: 'HS256' }, 'alg'],
    [{ alg: 'none' }, 'alg'],
    [{ kty: 'EC' }, 'kty'],
    [{ kty: undefined }, 'kty'],
    [{ n: undefined }, 'n'],
    [{ n: 'not base64url!' }, 'n'],
    [{ n: rsa(1024).n }, 'n'],
    [{ n: `${'A'.repeat(342)}` }, 'n'],
    [{ n: Buffer.alloc(256, 0xfe).toString('base64url') }, 'n'],
    [{ n: Buffer.alloc(1100, 0xff).toString('base64url') }, 'n'],
    [{ e: 'AQ' }, 'e'],
    [{ e: 'Aw' }, 'e'],
    [{ e: 'AQAA' }, 'e'],
    [{ e: undefined }, 'e'],
    [{ x5c: 'MII' }, 'x5c'],
    [{ x5c: ['AAAA'] }, 'x5c'],
  ])('A28 refuses %o', (differences, field) => {
    expect(refusal(() => parsePublicKey({ ...jwk, ...differences }))).toBe(`400 invalid_key ${field}`);
  });

  it.each(['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k', 'D', 'DP', 'Oth'])(
    'A28 refuses the private member %s before anything else',
    (member) => {
      expect(refusal(() => parsePublicKey({ kty: 'nonsense', [member]: 'x' }))).toBe('400 private_key');
    },
  );

  it('A28 refuses a symmetric key, and takes null for absent', () => {
    expect(refusal(() => parsePublicKey({ ...jwk, kty: 'oct' }))).toBe('400 private_key');
    expect(refusal(() => parsePublicKey({ ...jwk, d: null, p: null }))).toBe('accepted');
  });

  it('takes the empty lists of a key as .NET writes it for absent', () => {
    const written = { ...jwk, alg: null, d: null, oth: [], x5c: [], key_ops: [] };
    expect(parsePublicKey(written)).toEqual({ kty: 'RSA', kid: 'K1', use: 'sig', n: jwk.n, e: 'AQAB' });
  });

  it('A28 refuses members of a private key that are empty text, and lists that hold something', () => {
    for (const differences of [{ d: '' }, { oth: [{ r: 'x' }] }, { oth: [null] }]) {
      expect(refusal(() => parsePublicKey({ ...jwk, ...differences }))).toBe('400 private_key');
    }
  });

  it('takes a certificate chain along when its leaf holds the key', () => {
    const x5c = toX5c(aCertificate({ commonName: 'Own' }, aKey()));
    expect(parsePublicKey({ ...jwk, x5c }).x5c).toEqual(x5c);
    const foreign = toX5c(aCertificate({ commonName: 'Other' }, aKey('K2', 1)));
    expect(refusal(() => parsePublicKey({ ...jwk, x5c: foreign }))).toBe('400 invalid_key x5c');
  });

  it('has the thumbprint of RFC 7638', () => {
    const n =
      '0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw';
    expect(thumbprintOf({ n, e: 'AQAB' })).toBe('NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs');
  });
});

describe('key text', () => {
  const spki = aKey().publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const pkcs1 = aKey().publicKey.export({ type: 'pkcs1', format: 'pem' }).toString();

  it.each([
    ['a JWK', JSON.stringify(jwk)],
    ['a JWK without use', JSON.stringify({ ...jwk, use: undefined })],
    ['a key set of one', `\n ${JSON.stringify({ keys: [jwk] })} \n`],
    ['a PEM public key', spki],
    ['a PKCS#1 public key with Windows line ends', pkcs1.replace(/\n/g, '\r\n')],
    ['a PEM certificate', toPem(aCertificate({ commonName: 'Own' }, aKey()))],
  ])('reads %s', (_, text) => {
    expect(parsePublicKey({ kid: 'x', ...readKeyText(text) })).toMatchObject({ kty: 'RSA', use: 'sig', n: jwk.n });
  });

  it.each([
    ['PKCS#8', aKey().privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()],
    ['PKCS#1', aKey().privateKey.export({ type: 'pkcs1', format: 'pem' }).toString()],
    [
      'encrypted',
      aKey().privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' }).toString(),
    ],
    ['private after public', spki + aKey().privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()],
    ['in a key set of several', JSON.stringify({ keys: [jwk, privateJwk] })],
    ['in a list', JSON.stringify([jwk, privateJwk])],
  ])('A28 refuses a private key, %s', (_, text) => {
    expect(refusal(() => readKeyText(text))).toBe('400 private_key');
  });

  it('A28 refuses a private JWK', () => {
    expect(refusal(() => parsePublicKey(readKeyText(JSON.stringify({ ...privateJwk, kid: 'x' }))))).toBe(
      '400 private_key',
    );
  });

  it.each([
    ['nothing', ''],
    ['prose', 'hello'],
    ['half an object', '{'],
    ['a list', '[]'],
    ['an empty key set', '{"keys":[]}'],
    ['an SSH key', 'ssh-rsa AAAA'],
    ['a damaged PEM', spki.replace(/[A-Z]{8}/, '!!!!')],
  ])('refuses %s', (_, text) => {
    expect(refusal(() => readKeyText(text))).toBe('400 invalid_key key');
  });
});
