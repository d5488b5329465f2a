import { createAltinn } from '../altinn.ts';
import { createMaskinporten } from '../maskinporten.ts';
import type { ClientKey } from '../signing-key.ts';
import { type Given, type Option, required, UsageError, type World } from './command.ts';
import { readKeyFile } from './key-file.ts';

/** Where the portal is. */
export const PLACE = {
  url: {
    type: 'string',
    value: 'URL',
    env: 'SYSTEMBRUKER_URL',
    default: 'http://localhost:3000',
    help: 'the portal or the Altinn platform',
  },
} as const satisfies Record<string, Option>;

/** Who asks. */
export const CLIENT = {
  ...PLACE,
  issuer: {
    type: 'string',
    value: 'URL',
    env: 'SYSTEMBRUKER_ISSUER',
    help: 'Maskinporten, exactly as it calls itself; otherwise the URL and a slash',
  },
  'client-id': {
    type: 'string',
    value: 'ID',
    env: 'SYSTEMBRUKER_CLIENT_ID',
    help: 'the Maskinporten client, unless the key file names it',
  },
  key: {
    type: 'string',
    value: 'FILE',
    env: 'SYSTEMBRUKER_KEY',
    help: 'its private key: JWK, PEM, or a file of the sandbox such as data/guests/smartregnskap.json',
  },
  kid: {
    type: 'string',
    value: 'KID',
    env: 'SYSTEMBRUKER_KID',
    help: 'what the key is registered as, unless the JWK says',
  },
} as const satisfies Record<string, Option>;

/** What a token is asked for. */
export const TOKEN = {
  scope: { type: 'string', value: 'SCOPE', help: 'one, or several with spaces between them' },
  organisation: { type: 'string', value: 'ORGNO', help: 'the customer whose system user the token shall speak for' },
  reference: { type: 'string', value: 'TEXT', help: 'the externalRef that the system user was asked for with' },
  resource: { type: 'string', value: 'URL', help: 'the API that the token shall be for' },
  'consumer-org': { type: 'string', value: 'ORGNO', help: 'a customer that has delegated the API to you' },
  pid: { type: 'string', value: 'NUMBER', help: 'the person that the token shall be bound to' },
} as const satisfies Record<string, Option>;

/** A client and its key. */
export type Client = { readonly issuer: string; readonly clientId: string; readonly key: ClientKey };

/** Reads who asks. @throws UsageError when a flag or the file is not right */
export function readClient(given: Given): Client {
  const file = readKeyFile(required(given, 'key'));
  const clientId = given.text('client-id') ?? file.clientId;
  if (clientId === undefined) throw new UsageError('--client-id is missing.');
  const kid = given.text('kid');
  const key = kid === undefined ? { privateKey: file.privateKey } : { privateKey: file.privateKey, kid };
  return { issuer: issuerOf(given), clientId, key };
}

/** The issuer that was given, or that of a portal. */
export function issuerOf(given: Given): string {
  return given.text('issuer') ?? new URL('/', urlOf(given)).href;
}

/** The address of the portal. @throws UsageError */
export function urlOf(given: Given): string {
  const url = required(given, 'url');
  if (URL.parse(url) === null) throw new UsageError(`--url must be an address such as ${PLACE.url.default}.`);
  return url;
}

/** Maskinporten and Altinn as that client meets them. @throws UsageError, UnusableKey */
export function connect(given: Given, { fetch }: World) {
  const maskinporten = createMaskinporten({ ...readClient(given), fetch });
  return { maskinporten, altinn: createAltinn({ base: urlOf(given), token: maskinporten.token, fetch }) };
}

/** Reads what `TOKEN` names. @throws UsageError */
export function readTokenRequest(given: Given) {
  const scope = required(given, 'scope');
  const organisation = given.text('organisation');
  const reference = given.text('reference');
  const own = withoutAbsent({
    resource: given.text('resource'),
    consumerOrg: given.text('consumer-org'),
    pid: given.text('pid'),
  });
  if (organisation === undefined) {
    if (reference !== undefined) throw new UsageError('--reference says nothing without --organisation.');
    return { scope, ...own };
  }
  if (Object.keys(own).length > 0) throw new UsageError('--organisation goes with --scope and --reference alone.');
  return { scope, organisation, ...withoutAbsent({ externalRef: reference }) };
}

/** The members that are there. */
export function withoutAbsent<Members extends object>(members: Members) {
  type Present = { [Name in keyof Members]?: Exclude<Members[Name], undefined> };
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Present;
}
