import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { toExample } from './describe-schema.ts';
import type { Endpoint, ErrorFamily, Section } from './section.ts';

type Json = Readonly<Record<string, unknown>>;

/** What the description needs of a section; a guest's has its endpoints as plain data. */
export type DescribedSection = Pick<Section, 'base'> &
  Partial<Pick<Section, 'title' | 'endpoints' | 'deprecated' | 'errors'>>;

/** Sections that belong together in the reference. */
export type SectionGroup = { readonly name: string; readonly sections: readonly DescribedSection[] };

/**
 * Describes API sections as one OpenAPI 3.1 document; schemas come from the zod schemas that check the bodies, and those
 * that have an id in zod's registry stand once, under `components`.
 * @param server the address of the API; `/` is the host that serves the document
 * @see https://spec.openapis.org/oas/v3.1.1
 */
export function toOpenApi(groups: readonly SectionGroup[], server: string) {
  const sections = groups.flatMap((group) => group.sections);
  const paths: Record<string, Record<string, Operation>> = {};
  for (const section of sections) {
    for (const endpoint of section.endpoints ?? []) {
      const path = pathOf(section, endpoint);
      paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(section, endpoint) };
    }
  }
  const named = nameSchemas(Object.fromEntries(Object.entries(paths).sort(([a], [b]) => (a < b ? -1 : 1))));
  return {
    openapi: '3.1.1',
    info: {
      title: 'Systembruker',
      version: '1.0.0',
      summary: 'Maskinporten, the platform APIs of Altinn that system users need, and the sandbox around them.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: server }],
    tags: titlesOf(sections).map((name) => ({ name })),
    'x-tagGroups': groups.map((group) => ({ name: group.name, tags: titlesOf(group.sections) })),
    paths: named.paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        basic: { type: 'http', scheme: 'basic' },
      },
      schemas: {
        Problem: PROBLEM,
        OAuthError: OAUTH_ERROR,
        AdministrationError: ADMINISTRATION_ERROR,
        KravError: KRAV_ERROR,
        ...named.schemas,
      },
    },
  } as const;
}

/** The document as a whole. */
export type OpenApi = ReturnType<typeof toOpenApi>;

/** One method of one path. */
export type Operation = ReturnType<typeof operation>;

/**
 * Takes the definitions that zod puts into each schema out into one list.
 * @throws Error when two different schemas have one name
 */
function nameSchemas<Paths>(paths: Paths): { readonly paths: Paths; readonly schemas: Readonly<Record<string, Json>> } {
  const schemas: Record<string, Json> = {};
  const rest = JSON.parse(JSON.stringify(paths), (key, value) => {
    if (key === '$ref') return String(value).replace('#/$defs/', '#/components/schemas/');
    if (key !== '$defs') return value;
    for (const [name, schema] of Object.entries<Json>(value)) {
      if (!isDeepStrictEqual(schemas[name] ?? schema, schema)) throw new Error(`Two schemas are called ${name}.`);
      schemas[name] = schema;
    }
    return undefined;
  });
  return { paths: rest, schemas: Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1))) };
}

function titlesOf(sections: readonly DescribedSection[]): readonly string[] {
  return [...new Set(sections.map(titleOf))];
}

function titleOf(section: DescribedSection): string {
  return section.title ?? section.base;
}

function pathOf(section: DescribedSection, endpoint: Endpoint): string {
  const path = [section.base, endpoint.path].filter((part) => part !== '' && part !== '/').join('/');
  return path.startsWith('/') ? path : `/${path}`;
}

function operation(section: DescribedSection, { method, path, doc }: Endpoint) {
  const name = `${section.base}/${path}`.replace(/[^a-zA-Z0-9]+(.)?/g, (_, next: string = '') => next.toUpperCase());
  return {
    tags: [titleOf(section)],
    operationId: `${method.toLowerCase()}${name}`,
    summary: doc.summary,
    ...(doc.auth ? { description: `Access: ${doc.auth}` } : {}),
    ...(section.deprecated ? { deprecated: true } : {}),
    security: securityOf(doc.auth),
    parameters: [
      ...pathParameters(section.base, path),
      ...namedParameters('query', doc.query),
      ...namedParameters('header', doc.headers),
    ],
    ...(doc.body || doc.bodyType ? { requestBody: requestBody(doc) } : {}),
    responses: responsesOf(doc, section.errors ?? 'problem'),
  };
}

function securityOf(auth: string | undefined): readonly Json[] {
  if (auth === undefined || auth.startsWith('anonymous')) return [];
  // What stands in a header of its own is among the parameters.
  if (auth.endsWith('in a header')) return [];
  if (/basic/i.test(auth)) return [{ basic: [] }];
  // An empty requirement says that there is another way in, which the description names.
  return /client assertion/i.test(auth) ? [{}, { bearer: [] }] : [{ bearer: [] }];
}

/** A value in the path, the query or a header. */
export type Parameter = {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: { readonly type: 'string' };
};

function pathParameters(base: string, path: string): readonly Parameter[] {
  return [...`${base}/${path}`.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function namedParameters(where: 'query' | 'header', named: Endpoint['doc']['query'] = {}): readonly Parameter[] {
  return Object.entries(named).map(([name, meaning]) => ({
    name,
    in: where,
    ...(typeof meaning === 'string' ? { description: meaning } : meaning),
    schema: { type: 'string' },
  }));
}

function requestBody({ body, bodyExample, bodyType = 'application/json', alsoAs }: Endpoint['doc']) {
  const described = body ? withExample(bodyType, toJsonSchema(body, 'input')) : { schema: { type: 'string' } };
  const content: Readonly<Record<string, Json>> = {
    [bodyType]: bodyExample === undefined ? described : { ...described, example: bodyExample },
    ...asText(alsoAs),
  };
  return { required: true, content };
}

function responsesOf(doc: Endpoint['doc'], errors: ErrorFamily): Readonly<Record<string, Json>> {
  const { description, mediaType, name } = REFUSALS[errors];
  const content: Json = {
    [mediaType]: { schema: { $ref: `#/components/schemas/${name}` } },
    // Altinn's own wording of some refusals is a bare sentence (altinn-api.md §3, family E).
    ...(errors === 'problem' ? { 'text/plain': { schema: { type: 'string' } } } : {}),
  };
  const refusal = { description, content };
  const responses = { ...(hasSuccess(doc) ? {} : { 200: 'OK' }), ...doc.responses };
  const described = Object.entries(responses).map(([status, meaning]) => {
    if (doc.quotedRefusals?.includes(Number(status))) {
      return [status, { description: meaning, content: { ...content, ...asText('application/json') } }];
    }
    if (Number(status) >= 400) return [status, { ...refusal, description: meaning }];
    return [status, { description: meaning, ...(isSuccessWithBody(status) ? contentOf(doc) : {}) }];
  });
  return { ...Object.fromEntries(described), default: refusal };
}

function hasSuccess({ responses = {} }: Endpoint['doc']): boolean {
  return Object.keys(responses).some((status) => Number(status) < 400);
}

function isSuccessWithBody(status: string): boolean {
  return status.startsWith('2') && status !== '204';
}

function contentOf({ answer, answerType = 'application/json', alsoAs, answerInJson }: Endpoint['doc']): Json {
  if (answer === undefined || answer === 'nothing') return {};
  const described = withExample(answerType, toJsonSchema(answer, 'output'));
  const inJson = answerInJson && { 'application/json': { schema: toJsonSchema(answerInJson, 'output') } };
  return { content: { [answerType]: described, ...asText(alsoAs), ...inJson } };
}

function asText(mediaType: string | undefined): Readonly<Record<string, Json>> {
  return mediaType === undefined ? {} : { [mediaType]: { schema: { type: 'string' } } };
}

/** The smallest body that the schema lets pass stands beside it. */
function withExample(mediaType: string, schema: Json): Json {
  return mediaType === 'application/json' ? { schema, example: toExample(schema) } : { schema };
}

function toJsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

const REFUSALS = {
  problem: { description: 'A problem (RFC 9457)', mediaType: 'application/problem+json', name: 'Problem' },
  oauth: { description: 'An OAuth error (RFC 6749 §5.2)', mediaType: 'application/json', name: 'OAuthError' },
  administration: {
    description: 'An error of the administration API',
    mediaType: 'application/json',
    name: 'AdministrationError',
  },
  krav: { description: 'An error, KB-001 to KB-009', mediaType: 'application/json', name: 'KravError' },
} as const;

const OAUTH_ERROR = {
  type: 'object',
  required: ['error', 'error_description', 'error_uri'],
  properties: {
    error: { type: 'string' },
    error_description: { type: 'string' },
    error_uri: { type: 'string', format: 'uri' },
  },
} as const;

const ADMINISTRATION_ERROR = {
  type: 'object',
  required: ['status', 'timestamp', 'correlation_id', 'error', 'error_description', 'errors'],
  properties: {
    status: { type: 'integer' },
    timestamp: { type: 'string', format: 'date-time' },
    correlation_id: { type: 'string' },
    error: { type: 'string' },
    error_description: { type: 'string' },
    errors: { type: 'array', items: { type: 'object' } },
  },
} as const;

const KRAV_ERROR = {
  type: 'object',
  required: ['kode', 'melding', 'korrelasjonsid'],
  properties: {
    kode: { type: 'string', pattern: '^KB-00[1-9]$' },
    melding: { type: 'string' },
    korrelasjonsid: { type: 'string' },
  },
} as const;

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    detail: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    traceId: { type: 'string' },
  },
} as const;
