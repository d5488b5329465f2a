import { beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { ANONYMOUS, type OrganisationActor } from '#lib/context/context.ts';
import type { ResourceDetails } from '#lib/resources/model.ts';
import { simplePolicy } from '#lib/resources/policies/simple-policy.ts';
import { writePolicy } from '#lib/resources/policies/write-policy.ts';
import { aToken, call } from '#lib/testing/call.ts';
import { anOrganisation } from '#lib/testing/parties.ts';
import { anOwnerActor, aPolicy, aResource, ownerOf, resourceDetails } from '#lib/testing/resources.ts';
import { serveTestDatabase } from '#lib/testing/test-database.ts';
import { resourcesV2 } from '../../../v2/resource/[[...path]]/endpoints.ts';
import { resources } from './endpoints.ts';

let db: Db;
let details: ResourceDetails;
let owner: OrganisationActor;

beforeEach(async () => {
  db = await serveTestDatabase();
  details = resourceDetails({ identifier: 'test-res' });
  owner = anOwnerActor(ownerOf(details));
});

const get = (path: string) => call(resources, db, ANONYMOUS, ['GET', path]);
const post = (body: unknown, actor: Parameters<typeof call>[2] = owner) =>
  call(resources, db, actor, ['POST', '', body]);

async function upload(
  identifier: string,
  file: string | Uint8Array<ArrayBuffer> | undefined,
  options: { actor?: OrganisationActor; method?: 'POST' | 'PUT'; part?: string } = {},
): Promise<Response> {
  const form = new FormData();
  if (file !== undefined) form.set(options.part ?? 'policyFile', new Blob([file], { type: 'text/xml' }), 'policy.xml');
  const method = options.method ?? 'POST';
  const encoded = new Response(form);
  const request = new Request(`http://localhost${resources.base}/${identifier}/policy`, {
    method,
    headers: {
      authorization: `Bearer ${await aToken(db, options.actor ?? owner)}`,
      'content-type': encoded.headers.get('content-type') ?? '',
    },
    body: await encoded.arrayBuffer(),
  });
  return resources.handlers[method](request);
}

describe('POST and PUT resource', () => {
  it('registers: 201, empty, with a location; then reads it back indented without nulls', async () => {
    const answer = await post({ ...details, homepage: null, resourceType: 'genericaccessresource' });
    expect([answer.status, answer.text]).toEqual([201, '']);
    expect(answer.headers.get('location')).toBe('/resourceregistry/api/v1/resource/test-res');
    const read = await get('test-res/');
    expect(read.body).toEqual({ ...details, versionId: expect.any(Number) });
    expect(read.text).toContain('\n  "identifier": "test-res"');
  });

  it('leaves the colons of an id in its location', async () => {
    const id = 'app_tst_a1-1234:1';
    const resourceReferences = [
      { referenceSource: 'Altinn3', reference: 'tst/a1-1234:1', referenceType: 'ApplicationId' },
    ];
    const answer = await post({ ...details, identifier: id, resourceType: 'MigratedApp', resourceReferences });
    expect([answer.status, answer.headers.get('location')]).toEqual([201, `/resourceregistry/api/v1/resource/${id}`]);
  });

  it('binds members without regard to case', async () => {
    const pascal = Object.fromEntries(
      Object.entries(details).map(([key, value]) => [key.charAt(0).toUpperCase() + key.slice(1), value]),
    );
    expect((await post(pascal)).status).toBe(201);
  });

  it('keeps that a person must sign, and never says so unless told', async () => {
    await post({ ...details, personMustSign: true });
    expect((await get('test-res')).body).toMatchObject({ personMustSign: true });
    await post({ ...details, identifier: 'test-res-2' });
    expect((await get('test-res-2')).body).not.toHaveProperty('personMustSign');
  });

  it('answers 401 and 403 empty before it reads the body', async () => {
    const nobody = await post('{', ANONYMOUS);
    expect([nobody.status, nobody.text]).toEqual([401, '']);
    const scopeless = await post('{', { ...owner, scopes: new Set() });
    expect([scopeless.status, scopeless.text]).toEqual([403, '']);
    const person = await post('{', {
      kind: 'person',
      partyUuid: 'x',
      partyId: 1,
      userId: 1,
      name: 'x',
      authenticationLevel: 3,
      scopes: new Set(),
    });
    expect(person.status).not.toBe(201);
  });

  it.each<[string, (valid: ResourceDetails) => unknown]>([
    ['no JSON', () => '{'],
    ['members that are missing', () => ({ identifier: 'test-res' })],
    ['a wrong type', (valid) => ({ ...valid, title: 'x' })],
    ['an unknown enum member', (valid) => ({ ...valid, resourceType: 'Bil' })],
  ])('answers 400 with errors per member for %s', async (_, body) => {
    const answer = await post(body(details));
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ title: 'One or more validation errors occurred.', errors: expect.any(Object) });
  });

  it.each([
    [{ delegable: 'yes' }, '$.delegable', 'System.Boolean'],
    [{ contactPoints: [{ email: 7 }] }, '$.contactPoints[0].email', 'System.String'],
    [{ title: 'x' }, '$.title', 'System.Collections.Generic.Dictionary'],
  ])('answers %j with the value that is of another type, alone', async (differences, path, type) => {
    const answer = await post({ ...details, ...differences, identifier: undefined });
    expect(answer.status).toBe(400);
    expect((answer.body as { errors: unknown }).errors).toEqual({
      [path]: [`The JSON value could not be converted to ${type}. Path: ${path}`],
      serviceResource: ['The serviceResource field is required.'],
    });
  });

  it('names the members that are missing', async () => {
    const answer = await post({ identifier: 'test-res' });
    expect(answer.body).toMatchObject({ errors: { Title: ['The Title field is required.'] } });
  });

  it('answers 400 with the texts of the validation before ownership is looked at', async () => {
    const answer = await post({ ...details, resourceType: 'Default' }, anOwnerActor('999999999'));
    expect(answer.body).toMatchObject({ errors: { ResourceType: ['ResourceType needs to be set'] } });
    expect((await post(details, anOwnerActor('999999999'))).status).toBe(403);
  });

  it('answers 401 with the scopes of a foreign prefix', async () => {
    const reference = { referenceSource: 'ExternalPlatform', referenceType: 'maskinportenscope', reference: 'skd:a' };
    const answer = await post({ ...details, resourceReferences: [reference] });
    expect(answer.body).toMatchObject({
      status: 401,
      title: 'Unauthorized',
      detail: 'Not authorized for creating resource with the listed scopes',
      errors: { InvalidPrefix: ['skd:a'] },
    });
  });

  it('answers 409 as a JSON string for an id that was used', async () => {
    await post(details);
    const answer = await post(details);
    expect([answer.status, answer.body]).toEqual([409, 'The Resource already exist: test-res']);
  });

  it('replaces: 200 empty, 404, 400', async () => {
    const put = (path: string, body: unknown) => call(resources, db, owner, ['PUT', path, body]);
    expect((await put('test-res', details)).body).toMatchObject({ status: 404, title: 'Not Found' });
    await post(details);
    const answer = await put('TEST-RES', details);
    expect(answer.status).toBe(404);
    const replaced = await put('test-res', { ...details, status: 'Active' });
    expect([replaced.status, replaced.text]).toEqual([200, '']);
    expect((await put('test-res', { ...details, identifier: 'else' })).text).toBe(
      '"Id in path does not match ID in resource"',
    );
    expect((await get('test-res')).body).toMatchObject({ status: 'Active' });
    expect((await get('test-res?versionId=1')).body).not.toHaveProperty('status');
    expect((await get('test-res?versionId=x')).body).toMatchObject({ errors: { versionId: expect.any(Array) } });
    expect((await get('test-res?versionId=77')).status).toBe(404);
  });

  it('Q-23 lets nobody take a resource over by naming themselves in its body', async () => {
    await post(details);
    const [stored, other] = [(await get('test-res')).body, anOwnerActor('999999999')];
    const put = (body: unknown, actor: OrganisationActor) => call(resources, db, actor, ['PUT', 'test-res', body]);
    const hasCompetentAuthority = { ...details.hasCompetentAuthority, organization: other.orgNo };
    for (const [body, actor] of [
      [{ ...details, hasCompetentAuthority }, other],
      [{ ...details, hasCompetentAuthority }, owner],
      [details, other],
    ] as const) {
      expect(await put(body, actor)).toMatchObject({ status: 403, text: '' });
    }
    expect((await get('test-res')).body).toEqual(stored);
    const admin = { ...other, scopes: new Set(['altinn:resourceregistry/resource.admin']) };
    expect((await put({ ...details, hasCompetentAuthority }, admin)).status).toBe(200);
    expect((await put({ ...details, hasCompetentAuthority }, other)).status).toBe(200);
  });

  it('deletes: 204, then 404', async () => {
    await post(details);
    const remove = () => call(resources, db, owner, ['DELETE', 'test-res']);
    expect((await remove()).status).toBe(204);
    expect((await remove()).status).toBe(404);
    expect((await get('test-res')).status).toBe(404);
  });

  it('D1 refuses a body above the limit and D11 members that name a prototype', async () => {
    expect((await post({ ...details, status: 'x'.repeat(70_000) })).status).toBe(413);
    const polluted = JSON.stringify(details).replace('{', '{"__proto__":{"x":1},"constructor":{"prototype":{"x":1}},');
    expect((await post(polluted)).status).toBe(201);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  it('D10 refuses lists without end', async () => {
    const keywords = Array.from({ length: 201 }, () => ({ word: 'x' }));
    expect((await post({ ...details, keywords })).status).toBe(400);
  });
});

describe('reading lists', () => {
  beforeEach(async () => {
    await aResource(db, details);
    await aResource(db, { identifier: 'app_tst_form', resourceType: 'AltinnApp' });
  });

  it('lists and searches, whatever the case of the path', async () => {
    expect((await get('ResourceList')).body).toMatchObject([
      { identifier: 'app_tst_form' },
      { identifier: 'test-res' },
    ]);
    expect((await get('resourcelist?includeApps=false')).body).toMatchObject([{ identifier: 'test-res' }]);
    expect((await get('resourcelist?includeApps=kanskje')).status).toBe(400);
    expect((await get('Search?ID=RES')).body).toMatchObject([{ identifier: 'test-res' }]);
    expect((await get('search?resourceType=altinnapp')).body).toMatchObject([{ identifier: 'app_tst_form' }]);
    expect((await get('search?id=app_tst_form')).body).toMatchObject([{ identifier: 'app_tst_form' }]);
    const idsOf = async (path: string) =>
      ((await get(path)).body as ResourceDetails[]).map(({ identifier }) => identifier);
    expect((await idsOf('search')).sort()).toEqual(await idsOf('resourcelist?includeApps=false'));
    expect((await get('search?resourceType=bil')).body).toMatchObject({ errors: { resourceType: expect.any(Array) } });
  });

  it('lists owners by code', async () => {
    const { orgNo } = await anOrganisation(db, { orgCode: 'skd', name: 'SKATTEETATEN' });
    expect((await get('orgs')).body).toEqual({
      orgs: {
        skd: {
          name: { nb: 'SKATTEETATEN', nn: 'SKATTEETATEN', en: 'SKATTEETATEN' },
          orgnr: orgNo,
          environments: [],
        },
      },
    });
  });

  it('exports Turtle that no text can break out of', async () => {
    const title = { nb: 'A" . <urn:x> a "B', nn: 'a\\', en: 'b' };
    await aResource(db, { ...details, title, homepage: 'https://a.example/> <urn:x' });
    const answer = await get('export');
    expect(answer.headers.get('content-type')).toBe('application/xml+rdf; charset=utf-8');
    expect(answer.text).toContain('dct:title "A\\" . <urn:x> a \\"B"@nb ;');
    expect(answer.text).toContain('"a\\\\"@nn');
    expect(answer.text).not.toContain('/> <urn');
  });
});

describe('policies', () => {
  const xml = writePolicy('test-res', simplePolicy('test-res', [{ roles: ['DAGL'], actions: ['read'] }], 3));

  beforeEach(async () => {
    await aResource(db, details);
  });

  it('is uploaded with POST and PUT and downloaded byte for byte', async () => {
    for (const method of ['POST', 'PUT'] as const) {
      const answer = await upload('test-res', xml, { method });
      expect([answer.status, await answer.text()]).toEqual([201, '']);
      expect(answer.headers.get('location')).toBe('test-res/policy');
    }
    const read = await get('test-res/policy');
    expect(read.text).toBe(xml);
    expect(read.headers.get('content-type')).toContain('text/xml');
    expect(read.headers.get('content-disposition')).toContain('policy.xml');
  });

  it.each<[string, string, string | undefined, Parameters<typeof upload>[2], number, string]>([
    ['no file', 'test-res', undefined, {}, 400, '"The policy file can not be null"'],
    ['a part of another name', 'test-res', xml, { part: 'file' }, 400, '"The policy file can not be null"'],
    ['an unknown resource', 'nothing', xml, {}, 400, '"Unknown resource"'],
    ['a foreign owner', 'test-res', xml, { actor: anOwnerActor('999999999') }, 403, ''],
    ['no scope', 'test-res', undefined, { actor: anOwnerActor('999999999', { scopes: new Set() }) }, 403, ''],
    [
      'another resource',
      'test-res',
      xml.replaceAll('>test-res<', '>other<'),
      {},
      400,
      '"Policy not accepted: Contains rules for a different registry resource"',
    ],
    [
      'no resource',
      'test-res',
      xml.replaceAll('"urn:altinn:resource"', '"urn:altinn:task"'),
      {},
      400,
      '"Policy not accepted: Contains rule without reference to registry resource id"',
    ],
  ])('refuses %s', async (_, identifier, file, options, status, text) => {
    const answer = await upload(identifier, file, options);
    expect([answer.status, await answer.text()]).toEqual([status, text]);
  });

  it('refuses a text in the place of the file', async () => {
    const boundary = 'b';
    const part = `--${boundary}\r\ncontent-disposition: form-data; name="policyFile"\r\n\r\n${xml}\r\n--${boundary}--\r\n`;
    const request = new Request(`http://localhost${resources.base}/test-res/policy`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await aToken(db, owner)}`,
        'content-type': `multipart/form-data; boundary=${boundary}`,
      },
      body: part,
    });
    const answer = await resources.handlers.POST(request);
    expect([answer.status, await answer.text()]).toEqual([400, '"The policy file can not be null"']);
  });

  it.each([
    ['UTF-16 with its mark', Buffer.from(`\ufeff${declared('utf-16')}`, 'utf16le'), 201],
    ['Latin 1 that says so', Buffer.from(declared('ISO-8859-1'), 'latin1'), 201],
    ['UTF-8 that says it is UTF-16, as .NET writes it', Buffer.from(declared('utf-16')), 201],
    ['Latin 1 that does not say so', Buffer.from(declared('utf-8'), 'latin1'), 500],
  ])('reads %s', async (_, file, status) => {
    expect((await upload('test-res', new Uint8Array(file))).status).toBe(status);
    if (status === 201) expect((await get('test-res/policy')).text).toBe(declared('utf-8'));
  });

  function declared(encoding: string): string {
    return `<?xml version="1.0" encoding="${encoding}"?>\n<!-- Skatt på næring -->${xml.replace(/^<\?xml[^>]*\?>\s*/, '')}`;
  }

  it('answers 500 for what is not XML and 413 above a mebibyte', async () => {
    expect((await upload('test-res', 'no xml')).status).toBe(500);
    expect((await upload('test-res', xml + ' '.repeat(1024 * 1024))).status).toBe(413);
  });

  it('takes an app by its org and app', async () => {
    const app = await aResource(db, {
      identifier: 'app_tst_form',
      resourceType: 'AltinnApp',
      hasCompetentAuthority: details.hasCompetentAuthority,
    });
    const byPair = writePolicy(app.identifier, simplePolicy(app.identifier, [{ roles: ['DAGL'], actions: ['read'] }]));
    expect(byPair).toContain('urn:altinn:app');
    expect((await upload('app_tst_form', byPair)).status).toBe(201);
    expect((await upload('app_tst_form', byPair.replace('>form<', '>else<'))).status).toBe(400);
  });

  it('says what is missing in text', async () => {
    const unknown = await get('nothing/policy');
    expect([unknown.status, unknown.text]).toEqual([404, 'Unable to find resource']);
    const without = await get('test-res/policy');
    expect([without.status, without.text]).toEqual([404, 'Unable to find requested policy']);
    for (const part of ['subjects', 'rules', 'rights']) expect((await get(`test-res/policy/${part}`)).status).toBe(404);
  });

  it('shows subjects, rules and rights', async () => {
    await upload('test-res', xml);
    const subject = { type: 'urn:altinn:rolecode', value: 'DAGL' };
    const action = { type: 'urn:oasis:names:tc:xacml:1.0:action:action-id', value: 'read' };
    const resource = [{ type: 'urn:altinn:resource', value: 'test-res' }];
    expect((await get('test-res/policy/subjects?reloadFromXacml=true')).body).toEqual({
      links: {},
      data: [{ type: 'urn:altinn:rolecode', value: 'dagl', urn: 'urn:altinn:rolecode:dagl' }],
    });
    expect((await get('test-res/policy/rules')).body).toEqual([{ subject: [subject], action, resource }]);
    expect((await get('test-res/policy/rights')).body).toEqual([
      {
        action,
        resource,
        subjects: [{ subjectAttributes: [subject] }],
        rightKey: expect.stringMatching(/^read;test-res;[0-9a-f]{32}$/),
        subjectTypes: ['urn:altinn:rolecode'],
      },
    ]);
  });

  it('shows rights of the second version in the reader’s language', async () => {
    await upload('test-res', xml);
    const answer = await resourcesV2.handlers.GET(
      new Request(`http://localhost${resourcesV2.base}/test-res/policy/rights`, {
        headers: { 'accept-language': 'de, en-GB;q=0.8, nb;q=0.5' },
      }),
    );
    expect(await answer.json()).toEqual([
      {
        key: expect.stringMatching(/^01[0-9a-f]{64}$/),
        name: 'Read',
        resource: [{ type: 'urn:altinn:resource', value: 'test-res' }],
        action: { type: 'urn:oasis:names:tc:xacml:1.0:action:action-id', value: 'read' },
      },
    ]);
  });

  it('finds resources by subjects', async () => {
    await upload('test-res', xml);
    const ask = (body: unknown) => call(resources, db, ANONYMOUS, ['POST', 'bysubjects', body]);
    expect((await ask(['urn:altinn:rolecode:DAGL', 'urn:altinn:rolecode:none'])).body).toEqual({
      links: {},
      data: [
        {
          subject: { type: 'urn:altinn:rolecode', value: 'dagl', urn: 'urn:altinn:rolecode:dagl' },
          resources: [{ type: 'urn:altinn:resource', value: 'test-res', urn: 'urn:altinn:resource:test-res' }],
        },
      ],
    });
    expect((await ask({})).status).toBe(400);
    expect((await ask(Array.from({ length: 501 }, () => 'x'))).status).toBe(400);
  });
});

describe('feeds', () => {
  type Feed = { links: { next?: string }; data: Record<string, unknown>[] };

  async function follow(path: string): Promise<Record<string, unknown>[]> {
    const { links, data } = (await get(path)).body as Feed;
    return links.next ? [...data, ...(await follow(links.next.split('/resource/')[1] ?? ''))] : data;
  }

  beforeEach(async () => {
    for (const identifier of ['res-a', 'res-b', 'res-c']) {
      await aResource(db, { identifier, hasCompetentAuthority: details.hasCompetentAuthority });
      const roles = ['DAGL', 'LEDE'];
      await aPolicy(db, identifier, simplePolicy(identifier, [{ roles, actions: ['read'] }]));
    }
  });

  it('shows each subject once, page by page, and gone ones as deleted', async () => {
    await aPolicy(db, 'res-a', simplePolicy('res-a', [{ roles: ['LEDE'], actions: ['read'] }]));
    const all = await follow('updated?limit=1');
    expect(all.map((item) => [item.resourceUrn, item.subjectUrn, item.deleted])).toEqual([
      ['urn:altinn:resource:res-a', 'urn:altinn:rolecode:lede', false],
      ['urn:altinn:resource:res-b', 'urn:altinn:rolecode:dagl', false],
      ['urn:altinn:resource:res-b', 'urn:altinn:rolecode:lede', false],
      ['urn:altinn:resource:res-c', 'urn:altinn:rolecode:dagl', false],
      ['urn:altinn:resource:res-c', 'urn:altinn:rolecode:lede', false],
      ['urn:altinn:resource:res-a', 'urn:altinn:rolecode:dagl', true],
    ]);
    const since = encodeURIComponent(String(all.at(-1)?.updatedAt));
    expect(await follow(`updated?since=${since}`)).toHaveLength(1);
    expect((await get('updated?limit=1')).body).toMatchObject({
      links: { next: expect.stringMatching(/^http.*\/resourceregistry\/api\/v1\/resource\/updated\?limit=1&token=/) },
    });
  });

  it('shows each changed policy once, at its latest change, without deleted resources', async () => {
    await aPolicy(db, 'res-a', simplePolicy('res-a', [{ roles: ['LEDE'], actions: ['read'] }]));
    await call(resources, db, owner, ['DELETE', 'res-b']);
    expect((await follow('changes?limit=1')).map((item) => item.resourceId)).toEqual(['res-c', 'res-a']);
  });

  it.each([
    ['updated?limit=0', { code: 'STD-00000', validationErrors: [{ code: 'RR.VLD-00008', paths: ['/$QUERY/limit'] }] }],
    ['updated?limit=1001', { validationErrors: [{ code: 'RR.VLD-00008' }] }],
    ['changes?limit=-1', { validationErrors: [{ code: 'RR.VLD-00011', paths: ['/$QUERY/limit'] }] }],
    ['updated?limit=x', { errors: { limit: expect.any(Array) } }],
    ['updated?since=igår', { errors: { since: expect.any(Array) } }],
    ['updated?token=%25', { errors: { token: expect.any(Array) } }],
    ['changes?token=NzM0Ng', { errors: { token: expect.any(Array) } }],
  ])('refuses %s', async (path, body) => {
    const answer = await get(path);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject(body);
  });
});
