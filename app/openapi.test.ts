import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type JsonSchema, toExample, toRows } from '#lib/http/describe-schema.ts';
import { loadSections } from '#lib/http/lane.ts';
import { toOpenApi } from '#lib/http/openapi.ts';
import { loadGroups } from '../scripts/openapi.ts';

const READS_BODY = /\bread(Json|Model|Text|Form|Details|PolicyFile)\b/;
const METHODS_WITHOUT_BODY = ['get', 'head'];

const isSuccessWithBody = (status: string) => status.startsWith('2') && status !== '204';

function faultsOf(name: string, schema: z.ZodType, io: 'input' | 'output'): readonly string[] {
  const example = toExample(z.toJSONSchema(schema, { io, unrepresentable: 'any' }));
  const result = schema.safeParse(example);
  return result.success ? [] : [`${name}: ${result.error.message}`];
}

const groups = await loadGroups();
const document = toOpenApi(groups, '/');
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

describe('the description of the API', () => {
  it('covers every wing', () => {
    expect(document['x-tagGroups'].filter(({ tags }) => tags.length === 0)).toEqual([]);
    expect(operations.length).toBeGreaterThan(200);
  });

  it('gives every operation an id of its own', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('sums every operation up in one line without a full stop', () => {
    const wrong = operations.filter(({ operation: { summary } }) => !/^[A-Z].{3,110}[^.]$/.test(summary));
    expect(wrong.map(({ path, method }) => `${method} ${path}`)).toEqual([]);
  });

  it('says of every operation who may call it and what it answers', () => {
    const wrong = operations.filter(
      ({ operation }) =>
        operation.description === undefined ||
        !Object.keys(operation.responses).some((status) => /^[2345]/.test(status)),
    );
    expect(wrong.map(({ path, method }) => `${method} ${path}`)).toEqual([]);
  });

  it('says of every operation what it answers when it works, and of every refusal how it is worded', () => {
    const wrong = operations.filter(({ operation: { responses } }) => {
      const refusals = Object.entries(responses).filter(([status]) => Number(status) >= 400);
      return (
        !Object.keys(responses).some((status) => Number(status) < 400) ||
        refusals.some(([, one]) => !('content' in one))
      );
    });
    expect(wrong.map(({ path, method }) => `${method} ${path}`)).toEqual([]);
  });

  it('has no two paths that differ by capitals or by the names of their parameters alone', () => {
    const shapes = Object.keys(document.paths).map((path) => path.replace(/\{[^}]+\}/g, '{}').toLowerCase());
    expect(shapes.filter((shape, index) => shapes.indexOf(shape) !== index)).toEqual([]);
  });

  it('declares every parameter of a path, once', () => {
    const wrong = operations.filter(({ path, operation }) => {
      const declared = operation.parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
      const named = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name);
      return declared.join() !== named.join() || new Set(declared).size !== declared.length;
    });
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it.each([
    ['/authentication/api/v1/systemuser/byExternalId', ['clientId', 'systemProviderOrgNo', 'systemUserOwnerOrgNo']],
    ['/api/GetSystemUserToken', ['systemUserId']],
    ['/api/GetPlatformAccessToken', ['app']],
    ['/api/GetEnterpriseToken', []],
    ['/kravogbetalinger/v1/regnskapssystem/{orgno}/krav', ['orgno', 'fraOgMed', 'tilOgMed']],
  ])('says which parameters %s cannot do without', (path, names) => {
    const parameters = operations.find((each) => each.path === path)?.operation.parameters ?? [];
    expect(parameters.filter(({ required }) => required).map(({ name }) => name)).toEqual(names);
  });

  it.each([
    ['get', '/jwk', ['If-None-Match']],
    ['put', '/api/v1/clients/{clientId}', ['If-Match']],
    ['post', '/authorization/api/v1/decision', ['Ocp-Apim-Subscription-Key']],
    ['get', '/kravogbetalinger/v1/regnskapssystem/{orgno}/krav', ['Korrelasjonsid']],
    ['get', '/accessmanagement/api/v1/systemuser/{partyUuid}/pending', ['Accept-Language']],
    ['get', '/authentication/api/v1/systemuser/internal/systemusers/stream', ['PlatformAccessToken']],
    [
      'put',
      '/resourceregistry/api/v1/access-lists/{owner}/{identifier}/members',
      ['If-Match', 'If-Unmodified-Since', 'If-None-Match', 'If-Modified-Since'],
    ],
  ])('says which headers %s %s reads', (method, path, names) => {
    const parameters = operations.find((each) => each.path === path && each.method === method)?.operation.parameters;
    const headers = parameters?.filter((parameter) => parameter.in === 'header') ?? [];
    expect(headers.map(({ name }) => name)).toEqual(names);
    expect(headers.filter(({ description }) => !description)).toEqual([]);
  });

  it('says in which other forms a token is given and an upload is refused', () => {
    const formsOf = (method: string, path: string, status: string) => {
      const found = operations.find((each) => each.path === path && each.method === method);
      return Object.keys(Object(found?.operation.responses[status]?.content));
    };
    expect(formsOf('get', '/api/GetPersonalToken', '200')).toEqual(['text/plain', 'application/json']);
    const upload = formsOf('put', '/resourceregistry/api/v1/resource/{id}/policy', '400');
    expect(upload).toEqual(['application/problem+json', 'text/plain', 'application/json']);
  });

  it('describes no body where none is read', () => {
    const wrong = operations.filter(
      ({ method, operation }) => METHODS_WITHOUT_BODY.includes(method) && 'requestBody' in operation,
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('says of every success what its body is, or that it has none', () => {
    const endpoints = groups.flatMap(({ sections }) => sections.flatMap((section) => section.endpoints ?? []));
    const wrong = endpoints.filter(
      ({ doc }) => doc.answer === undefined && Object.keys(doc.responses ?? { 200: '' }).some(isSuccessWithBody),
    );
    expect(wrong.map(({ method, path, doc }) => `${method} ${path}: ${doc.summary}`)).toEqual([]);
  });

  it('points at nothing that it does not have', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]*)"/g)].map(([, target = '']) => target);
    const known = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
    expect(references.filter((target) => !known.includes(target))).toEqual([]);
  });

  it('describes no object of six members twice: it has a name', () => {
    const seen = new Map<string, number>();
    JSON.stringify(document.paths, (_, node) => {
      if (Object.keys(node?.properties ?? {}).length >= 6) {
        const schema = JSON.stringify(node);
        seen.set(schema, (seen.get(schema) ?? 0) + 1);
      }
      return node;
    });
    expect([...seen].filter(([, times]) => times > 1).map(([schema]) => schema)).toEqual([]);
  });

  it.each([
    ['post', '/authentication/api/v1/systemregister/vendor', ['id', 'vendor.ID', 'rights[].resource[].value']],
    ['post', '/authentication/api/v1/systemuser/request/vendor/agent', ['systemId', 'accessPackages[].urn']],
    ['post', '/api/v1/clients', ['client_name', 'scopes']],
  ])('shows the members of the named body of %s %s', (method, path, names) => {
    const body = operations.find((each) => each.path === path && each.method === method)?.operation.requestBody;
    const schema = body?.content['application/json']?.schema as JsonSchema;
    expect(toRows(schema, document).map(({ name }) => name)).toEqual(expect.arrayContaining(names));
    expect(Object.keys(body?.content['application/json']?.example as object)).toContain(names[0]);
  });

  it('can be written as JSON and read again', () => {
    expect(JSON.parse(JSON.stringify(document)).openapi).toBe('3.1.1');
  });
});

describe('the endpoints', () => {
  const endpoints = groups.flatMap(({ sections }) =>
    sections.flatMap((section) => (section.endpoints ?? []).map((each) => ({ base: section.base, ...each }))),
  );

  it('are all in the description: no two share a method and a path', () => {
    expect(operations).toHaveLength(endpoints.length);
  });

  it('show examples that their own schemas let pass', () => {
    const wrong = endpoints.flatMap(({ base, method, path, doc }) => {
      const name = `${method} ${base}/${path}`;
      const body = doc.bodyType === undefined ? doc.body : undefined;
      const answer = doc.answerType === undefined && doc.answer !== 'nothing' ? doc.answer : undefined;
      return [
        ...(body ? faultsOf(`${name} body`, body, 'input') : []),
        ...(answer ? faultsOf(`${name} answer`, answer, 'output') : []),
      ];
    });
    expect(wrong).toEqual([]);
  });

  it('leave no served section out of the description', async () => {
    const served = await loadSections(import.meta.dirname, ['.']);
    const described = groups.flatMap(({ sections }) => sections.map(({ base }) => base));
    expect(described.sort()).toEqual(served.map(({ base }) => base).sort());
  });

  it('of the token generator name every parameter that they read', () => {
    const parameters = new Set(
      operations.filter(({ path }) => path.startsWith('/api/Get')).flatMap(({ operation }) => operation.parameters),
    );
    const names = [...new Set([...parameters].map(({ name }) => name))].sort();
    expect(names).toEqual(
      `app authLvl bulkCount clientId consumerOrgNo dump env org orgNo partyId partyuuid pid scopes supplierOrgNo
       systemUserId systemUserOrg ttl userId userName`.split(/\s+/),
    );
    expect([...parameters].filter(({ description }) => !description)).toEqual([]);
  });

  it.each([
    ['if-match', /\b(ifMatchOf|readConditions)\b/, 'If-Match'],
    ['a known version', /\b(cacheableJson|readConditions)\b/, 'If-None-Match'],
    ['the language', /\b(readLanguage|languageOf|toFrontLanguage)\b/, 'Accept-Language'],
    ["the platform's own token", /\bfromPlatform\b/, 'PlatformAccessToken'],
  ])('describe the header that they read for %s', (_, reads, header) => {
    const reading = endpoints.filter(({ handle }) => reads.test(String(handle)));
    expect(reading.length).toBeGreaterThan(1);
    const wrong = reading.filter(({ doc }) => doc.headers?.[header] === undefined);
    expect(wrong.map(({ base, method, path }) => `${method} ${base}/${path}`)).toEqual([]);
  });

  it('describe the body that they read', () => {
    const reading = endpoints.filter(({ handle }) => READS_BODY.test(String(handle)));
    expect(reading.length).toBeGreaterThan(20);
    const wrong = reading.filter(({ doc }) => doc.body === undefined && doc.bodyType === undefined);
    expect(wrong.map(({ base, method, path }) => `${method} ${base}/${path}`)).toEqual([]);
  });
});
