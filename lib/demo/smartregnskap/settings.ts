import { existsSync, readFileSync } from 'node:fs';
import type { JWK } from 'jose';

/** What SmartRegnskap must be told of the world; everything else it learns over HTTP. */
export type Settings = {
  /** Its own address, for the way back. */
  readonly url: string;
  /** The Maskinporten issuer, compared byte for byte. */
  readonly issuer: string;
  /** Altinn's platform APIs. */
  readonly platformUrl: string;
  /** The base of the API *Krav og betalinger*. */
  readonly kravUrl: string;
  readonly clientId: string;
  readonly clientJwk: JWK;
  readonly systemId: string;
  readonly stateFile: string;
  /** Signs the events that it hears; `undefined` when it hears of none. */
  readonly webhookSecret: string | undefined;
};

/**
 * Reads the settings: the environment first, then the JSON file that `SMARTREGNSKAP_SETTINGS_FILE` names, which has the same names.
 * @returns `undefined` when SmartRegnskap has no client of its own: it is then not set up on this machine.
 */
export function findSettings(env: Readonly<Record<string, string | undefined>>): Settings | undefined {
  const folder = env.GUESTS_DIR || 'data/guests';
  const file = readFile(env.SMARTREGNSKAP_SETTINGS_FILE || `${folder}/smartregnskap.json`);
  const find = (name: string): unknown => env[name] || file[name];
  const text = (name: string): string | undefined => {
    const value = find(name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const clientId = text('SMARTREGNSKAP_CLIENT_ID');
  const clientJwk = toJwk(find('SMARTREGNSKAP_CLIENT_JWK'));
  if (clientId === undefined || clientJwk === undefined) return undefined;
  const portal = withoutSlash(text('PORTAL_URL') ?? `http://localhost:${env.PORT || '3000'}`);
  return {
    url: withoutSlash(text('SMARTREGNSKAP_URL') ?? portal),
    issuer: text('SMARTREGNSKAP_ISSUER') ?? `${portal}/`,
    platformUrl: withoutSlash(text('SMARTREGNSKAP_PLATFORM_URL') ?? portal),
    kravUrl: withoutSlash(
      text('SMARTREGNSKAP_KRAV_URL') ?? `${withoutSlash(text('KRAV_URL') ?? portal)}/kravogbetalinger/v1`,
    ),
    clientId,
    clientJwk,
    systemId: text('SMARTREGNSKAP_SYSTEM_ID') ?? '313300307_smartregnskap',
    stateFile: text('SMARTREGNSKAP_STATE_FILE') ?? `${folder}/smartregnskap-state.json`,
    webhookSecret: text('SMARTREGNSKAP_WEBHOOK_SECRET'),
  };
}

function readFile(path: string): Readonly<Record<string, unknown>> {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>) : {};
}

/** A key may be written as an object, or as the text of one. */
function toJwk(value: unknown): JWK | undefined {
  const jwk: unknown = typeof value === 'string' && value !== '' ? JSON.parse(value) : value;
  return typeof jwk === 'object' && jwk !== null && 'd' in jwk ? (jwk as JWK) : undefined;
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
