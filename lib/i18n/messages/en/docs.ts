import type { Shape } from '../../shape.ts';
import type { docs as source } from '../nb/docs.ts';

/** The frame of the API reference; what stands inside it is the description itself. */
export const docs = {
  title: 'API reference',
  lead: 'Every endpoint that machines use here. The page is made from the same description that checks the calls.',
  inEnglish: 'The descriptions use the terms of the standards and of Altinn’s own APIs.',
  start: 'Getting started',
  address: 'Address',
  machineReadable: 'Description for tools',
  authentication: 'Authentication',
  authenticationText:
    'Get a token from the token endpoint with a signed JWT, and send it in the Authorization header. Without a valid token the response is 401, without the right scope or role 403, both without a body.',
  errors: 'Errors',
  errorsText: 'Errors have a code and a trace id. Give the trace id when you ask somebody for help.',
  errorsLink: 'Every error code of the token endpoint',
  limits: 'Limits',
  limitsText: 'A client may send {limit, number} calls a minute. Above that the response is 429 with Retry-After.',
  noLimits: 'This installation does not limit how many calls a client may send.',
  sections: 'Sections',
  endpoints: '{count, plural, one {# endpoint} other {# endpoints}}',
  missing: 'The description has not been built in this installation.',
  back: 'All sections',
  onThisPage: 'On this page',
  olderAddress: 'Older address',
  access: 'Access',
  open: 'Open to everybody',
  parameters: 'Parameters',
  body: 'Body',
  responses: 'Responses',
  example: 'Example with curl',
  columns: {
    name: 'Name',
    where: 'Where',
    type: 'Type',
    description: 'Meaning',
  },
  path: 'in the path',
  query: 'in the query',
  required: 'required',
  problem: 'otherwise',
  of: '{what}: {operation}',
} satisfies Shape<typeof source>;
