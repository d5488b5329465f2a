import type { Shape } from '../../shape.ts';
import type { start as source } from '../nb/start.ts';

/** The page where those who build begin. */
export const start = {
  title: 'Get started',
  lead: 'What you need to try the sandbox with code of your own. Everything is synthetic, and only the sandbox has this page.',
  runs: 'What runs',
  addresses: {
    portal: 'Portal',
    issuer: 'Maskinporten, issuer',
    token: 'Token',
    metadata: 'Metadata',
    administration: 'Self-service of Maskinporten',
    platform: 'System user API',
    claims: 'Krav og betalinger',
    smartregnskap: 'SmartRegnskap',
  },
  token: 'The first token',
  tokenText:
    'Paste the commands into a shell in the project folder. They sign a grant for SmartCloud, fetch a token for the system user of TILFELDIG SUBTIL APE and read its claims. You need only curl and openssl.',
  tokenCode: 'Commands that fetch a token',
  doctorText:
    'When a token is refused, this command says which check stopped it, and what you can do. The command line and the TypeScript library are described in lib/sdk/README.md.',
  doctorCode: 'Command that examines a grant',
  clients: 'Clients and keys',
  clientsText: 'The private keys are in files that only you can read. The portal has the public parts alone.',
  client: 'Client',
  clientOf: '{client} at {organisation}',
  names: {
    smartregnskap: 'SmartRegnskap',
    smartcloud: 'SmartCloud',
    smartpayroll: 'SmartLønn',
    krav: 'Krav og betalinger',
  },
  clientId: 'Client ID',
  kid: 'Key ID',
  keyFile: 'Private key',
  read: 'Read on',
  reading: {
    docs: { title: 'API reference', text: 'Every endpoint with parameters, answers and tokens to try.' },
    openapi: { title: 'OpenAPI file', text: 'The same for tools.' },
    errors: { title: 'Error codes', text: 'What each code means, and what you can do.' },
    controls: {
      title: 'Control the test environment',
      text: 'Move the clock, take snapshots and go back to them, give each test a namespace of its own, or begin anew.',
    },
    outbox: { title: 'Outbox', text: 'The e-mails that the portal has written.' },
  },
} satisfies Shape<typeof source>;
