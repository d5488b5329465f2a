import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { env } from '../../config/env.ts';
import { GIVEN_NAME } from '../given-name.ts';
import type { CreatedNamespace } from './create-namespace.ts';
import { kidOf, type Namespace } from './model.ts';

const SCOPE = 'skatteetaten:kravogbetalinger';
const RESOURCE = 'ske-krav-og-betalinger';
const NAME_MAX_LENGTH = 40;
const DRAWN_LENGTH = 8;

const name = z
  .string()
  .regex(GIVEN_NAME, 'must be of a-z, 0-9 and hyphens, not beginning with a hyphen')
  .max(NAME_MAX_LENGTH);

/** The part of the address that names a namespace. */
export const namespaceParams = z.strictObject({ name });

/** Body of `POST /_sandbox/namespaces`. */
export const namespaceBody = z
  .strictObject({ name: name.optional().describe('drawn unless said') })
  .transform((body) => ({ name: body.name ?? `worker-${randomUUID().slice(0, DRAWN_LENGTH)}` }));

const facts = {
  name: z.string(),
  createdAt: z.iso.datetime().describe('by the clock of the sandbox'),
  issuer: z.url(),
  tokenEndpoint: z.url(),
  clientId: z.string(),
  kid: z.string(),
  scope: z.string().describe('what a system user token is asked for with'),
  resource: z.string().describe('the right of the system'),
  systemId: z.string(),
  organisations: z.strictObject({
    vendor: z.string().describe('owns the client and the system'),
    customer: z.string().describe('is asked for a system user'),
    accountant: z.string().describe('is asked for an agent system user'),
    accountantClient: z.string().describe('has given the accountant the package of the claims'),
  }),
  people: z.strictObject({
    manager: z.string().describe('may approve for the customer'),
    employee: z.string().describe('works for the customer and may not'),
    accountantManager: z.string().describe('may approve for the accountant, and add clients'),
  }),
  claims: z.url().describe('the claims of the customer'),
  commands: z.array(z.string()).describe('the story on the command line, with the key in the file that is named'),
};

/** All namespaces on the wire. */
export const namespaceListDto = z.strictObject({ namespaces: z.array(z.strictObject(facts)) });

/** A new one, with its key. */
export const createdNamespaceDto = z.strictObject({
  ...facts,
  privateKey: z
    .record(z.string(), z.string())
    .describe('the key of the client as a JWK; it is shown this once and kept nowhere'),
});

/** Writes a namespace for the wire. */
export function toNamespaceDto(namespace: Namespace) {
  const { name: called, createdAt, clientId, systemId } = namespace;
  const { vendor, customer, accountant, accountantClient, ...people } = namespace.numbers;
  const { issuer, KRAV_URL } = env();
  return {
    name: called,
    createdAt: createdAt.toISOString(),
    issuer,
    tokenEndpoint: `${issuer}token`,
    clientId,
    kid: kidOf(called),
    scope: SCOPE,
    resource: RESOURCE,
    systemId,
    organisations: { vendor, customer, accountant, accountantClient },
    people,
    claims: `${KRAV_URL}/kravogbetalinger/v1/regnskapssystem/${customer}/aapnekrav`,
    commands: commandsOf(namespace),
  };
}

/** Writes a new namespace for the wire. */
export function toCreatedDto({ privateJwk, ...namespace }: CreatedNamespace) {
  return { ...toNamespaceDto(namespace), privateKey: privateJwk };
}

function commandsOf({ name: called, clientId, systemId, numbers }: Namespace): readonly string[] {
  const { PORTAL_URL } = env();
  const customer = `--organisation ${numbers.customer}`;
  return [
    `export SYSTEMBRUKER_URL=${PORTAL_URL} SYSTEMBRUKER_CLIENT_ID=${clientId} SYSTEMBRUKER_KEY=${called}.json`,
    `npm run -s cli -- request --system ${systemId} ${customer} --right ${RESOURCE}`,
    `npm run -s cli -- approve "$REQUEST_ID" --person ${numbers.manager}`,
    `npm run -s cli -- token --scope ${SCOPE} ${customer}`,
  ];
}
