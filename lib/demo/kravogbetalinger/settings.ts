import { existsSync, readFileSync } from 'node:fs';
import type { JWK } from 'jose';

/** What the API must be told of the world; it knows issuer and PDP by these addresses only. */
export type Settings = {
  /** Compared byte for byte with `iss`; metadata is found below it. */
  readonly issuer: string;
  readonly pdpUrl: string;
  /** The service owner's own Maskinporten client, used to ask the PDP. */
  readonly clientId: string;
  readonly clientJwk: JWK;
  readonly resource: string;
  readonly scope: string;
  /** What `aud` must be when a token has one. */
  readonly audience: string;
  /** Whose `Date` tells the time, where time can be moved; `undefined` for the machine's own. */
  readonly clockUrl: string | undefined;
};

type Source = Readonly<Record<string, unknown>>;

/**
 * Reads the settings: the environment first, then the JSON file that `KRAV_SETTINGS_FILE` names, which has the same names.
 * @returns `undefined` where nobody has given the API a client, unless the process serves nothing else
 * @throws Error that lists what is missing.
 */
export function findSettings(env: Readonly<Record<string, string | undefined>>): Settings | undefined {
  const file = readFile(env.KRAV_SETTINGS_FILE || `${env.GUESTS_DIR || 'data/guests'}/krav.json`);
  const find = (name: string): unknown => env[name] || file[name];
  const text = (name: string): string | undefined => {
    const value = find(name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const portal = (text('PORTAL_URL') ?? `http://localhost:${env.PORT || '3000'}`).replace(/\/+$/, '');
  const own = (text('KRAV_URL') ?? portal).replace(/\/+$/, '');
  const clientId = text('KRAV_CLIENT_ID');
  const clientKey = find('KRAV_CLIENT_JWK');
  if (clientId === undefined && !clientKey && env.SERVE !== 'krav') return undefined;
  const clientJwk = toJwk(clientKey);
  if (clientId === undefined || clientJwk === undefined) {
    throw new Error('Krav og betalinger needs KRAV_CLIENT_ID and KRAV_CLIENT_JWK (a private RSA key as JWK).');
  }
  return {
    issuer: text('KRAV_ISSUER') ?? `${portal}/`,
    pdpUrl: (text('KRAV_PDP_URL') ?? portal).replace(/\/+$/, ''),
    clientId,
    clientJwk,
    resource: text('KRAV_RESOURCE') ?? 'ske-krav-og-betalinger',
    scope: text('KRAV_SCOPE') ?? 'skatteetaten:kravogbetalinger',
    audience: text('KRAV_AUDIENCE') ?? `${own}/kravogbetalinger/v1`,
    clockUrl: text('KRAV_CLOCK_URL'),
  };
}

function readFile(path: string): Source {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Source) : {};
}

/** A key may be written as an object, or as the text of one. */
function toJwk(value: unknown): JWK | undefined {
  const jwk: unknown = typeof value === 'string' && value !== '' ? JSON.parse(value) : value;
  return typeof jwk === 'object' && jwk !== null && 'd' in jwk ? (jwk as JWK) : undefined;
}
