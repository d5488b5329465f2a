/** A fresh pair, ready to be written down: the private part twice, the public part as the registry takes it. */
export type KeyPair = {
  readonly kid: string;
  readonly publicJwk: string;
  readonly privateJwk: string;
  /** PKCS #8. */
  readonly pem: string;
};

const ALGORITHM = {
  name: 'RSASSA-PKCS1-v1_5',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
  hash: 'SHA-256',
} as const;

/** Makes an RSA pair with WebCrypto, named by its thumbprint. @see RFC 7638 §3 */
export async function makeKeyPair(): Promise<KeyPair> {
  const pair = await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const { n, e } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  const full = await crypto.subtle.exportKey('jwk', pair.privateKey);
  const canonical = new TextEncoder().encode(JSON.stringify({ e, kty: 'RSA', n }));
  const kid = toBase64(await crypto.subtle.digest('SHA-256', canonical))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
  const shared = { kty: 'RSA', kid, use: 'sig', alg: 'RS256', n, e };
  const { d, p, q, dp, dq, qi } = full;
  return {
    kid,
    publicJwk: JSON.stringify(shared),
    privateJwk: JSON.stringify({ ...shared, d, p, q, dp, dq, qi }, null, 2),
    pem: toPem(toBase64(await crypto.subtle.exportKey('pkcs8', pair.privateKey))),
  };
}

function toBase64(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}

function toPem(base64: string): string {
  const lines = base64.match(/.{1,64}/g) ?? [];
  return ['-----BEGIN PRIVATE KEY-----', ...lines, '-----END PRIVATE KEY-----', ''].join('\n');
}
