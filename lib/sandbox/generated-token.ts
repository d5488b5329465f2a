import { randomBytes } from 'node:crypto';
import { exchangeIssuer, TOKEN_GENERATOR } from '../maskinporten/issuers.ts';
import { signJwt } from '../maskinporten/signing-keys.ts';
import type { Sandbox } from './open-sandbox.ts';

/** One token as text, or several by whom they are for. */
export type GeneratedTokens = string | Readonly<Record<string, string>>;

/** The organisation that stands in where a caller names none: Digitaliseringsdirektoratet, as in Altinn's generator. */
export const DEFAULT_ORG_NO = '991825827';

/**
 * Signs claims as the token exchange would: same issuer, same keys, so that every API of the portal accepts the token.
 * @param ttl life in seconds.
 * @see altinn-api.md §12.1
 */
export async function signGenerated(
  { db, now }: Sandbox,
  claims: Readonly<Record<string, unknown>>,
  ttl: number,
): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  const common = {
    token_type: 'Bearer',
    iss: exchangeIssuer(),
    actual_iss: TOKEN_GENERATOR,
    jti: randomBytes(32).toString('base64url'),
    iat: issuedAt,
    nbf: issuedAt,
    exp: issuedAt + ttl,
  };
  return signJwt(db, { ...claims, ...common }, { now });
}

/** Makes one token for each, under the name by which the caller knows them. */
export async function signInBulk<T>(
  subjects: readonly T[],
  make: (subject: T) => Promise<{ readonly name: string; readonly token: string }>,
): Promise<GeneratedTokens> {
  const made = await Promise.all(subjects.map(make));
  return Object.fromEntries(made.map(({ name, token }) => [name, token]));
}

/** Picks so many at random, without repeats; all of them when there are fewer. */
export function pickAtRandom<T>(from: readonly T[], count: number): readonly T[] {
  const left = [...from];
  const picked: T[] = [];
  while (picked.length < count && left.length > 0) {
    picked.push(...left.splice(Math.floor(Math.random() * left.length), 1));
  }
  return picked;
}

/** Shows what a token says, without checking it. */
export function dumpToken(token: string): { readonly header: unknown; readonly payload: unknown } {
  const [header = '', payload = ''] = token.split('.');
  const decode = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  return { header: decode(header), payload: decode(payload) };
}
