import { z } from 'zod';
import type { Endpoint, Section } from './section.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * Describes API sections as one OpenAPI 3.1 document; schemas come from the zod schemas that check the bodies.
 * @see https://spec.openapis.org/oas/v3.1.1
 */
export function toOpenApi(sections: readonly Section[], server: string): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const section of sections) {
    for (const endpoint of section.endpoints) {
      const path = pathOf(section, endpoint);
      paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(section, endpoint) };
    }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Systembruker',
      version: '1.0.0',
      summary: 'Maskinporten, the platform APIs of Altinn that system users need, and the sandbox around them.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: server }],
    tags: [...new Set(sections.map((section) => section.title))].map((name) => ({ name })),
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => (a < b ? -1 : 1))),
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        basic: { type: 'http', scheme: 'basic' },
      },
      schemas: { Problem: PROBLEM },
    },
  };
}

function pathOf(section: Section, endpoint: Endpoint): string {
  const path = [section.base, endpoint.path].filter((part) => part !== '' && part !== '/').join('/');
  return path.startsWith('/') ? path : `/${path}`;
}

function operation(section: Section, { method, path, doc }: Endpoint): Json {
  return {
    tags: [section.title],
    operationId: `${method.toLowerCase()}${`${section.base}/${path}`.replace(/[^a-zA-Z0-9]+(.)?/g, (_, next: string = '') => next.toUpperCase())}`,
    summary: doc.summary,
    ...(doc.auth ? { description: `Access: ${doc.auth}` } : {}),
    security: securityOf(doc.auth),
    parameters: [...pathParameters(section.base, path), ...queryParameters(doc.query)],
    ...(doc.body ? { requestBody: requestBody(doc.body, doc.bodyType) } : {}),
    responses: responsesOf(doc.responses),
  };
}

function securityOf(auth: string | undefined): readonly Json[] {
  if (auth === undefined || auth === 'anonymous') return [];
  return /basic/i.test(auth) ? [{ basic: [] }] : [{ bearer: [] }];
}

function pathParameters(base: string, path: string): readonly Json[] {
  return [...`${base}/${path}`.matchAll(/\{([^}]+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters(query: Readonly<Record<string, string>> | undefined): readonly Json[] {
  return Object.entries(query ?? {}).map(([name, description]) => ({
    name,
    in: 'query',
    description,
    schema: { type: 'string' },
  }));
}

function requestBody(schema: z.ZodType, mediaType = 'application/json'): Json {
  return { required: true, content: { [mediaType]: { schema: toJsonSchema(schema, 'input') } } };
}

function responsesOf(responses: Endpoint['doc']['responses']): Json {
  const described = Object.entries(responses ?? { 200: 'OK' }).map(([status, response]) => [
    status,
    typeof response === 'string'
      ? { description: response }
      : {
          description: response.description,
          content: { 'application/json': { schema: toJsonSchema(response.schema, 'output') } },
        },
  ]);
  const problem = {
    description: 'A problem (RFC 9457)',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  return { ...Object.fromEntries(described), default: problem };
}

function toJsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

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
