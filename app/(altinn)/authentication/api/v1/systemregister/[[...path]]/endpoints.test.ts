import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import type { Actor, OrganisationActor } from '#lib/context/context.ts';
import { replaceDatabase } from '#lib/context/database.ts';
import { call } from '#lib/testing/call.ts';
import { anOrganisationActor, aPersonActor } from '#lib/testing/context.ts';
import { anOrgNo } from '#lib/testing/parties.ts';
import { aListedPackage, aListedResource, aRight, aSystem } from '#lib/testing/systems.ts';
import { ENGINES, serveTestDatabase } from '#lib/testing/test-database.ts';
import { systemRegister } from './endpoints.ts';

const NOBODY: Actor = { kind: 'anonymous' };

describe.each(ENGINES)('the system register over HTTP on %s', (engine) => {
  let db: Db;
  let vendor: OrganisationActor;
  const person = aPersonActor();

  beforeEach(async () => {
    db = await serveTestDatabase(engine);
    vendor = anOrganisationActor({ orgNo: anOrgNo() });
  });
  afterAll(() => replaceDatabase(undefined));

  const ask = (actor: Actor, ...request: Parameters<typeof call>[3]) => call(systemRegister, db, actor, request);

  function aBody(differences: Readonly<Record<string, unknown>> = {}) {
    const texts = { en: 'The Matrix', nb: 'The Matrix', nn: 'The Matrix' };
    return {
      id: `${vendor.orgNo}_${randomUUID().slice(0, 8)}`,
      vendor: { authority: 'iso6523-actorid-upis', ID: `0192:${vendor.orgNo}` },
      name: texts,
      description: texts,
      ...differences,
    };
  }

  it('answers a registration with 200 and the internal id as a JSON string', async () => {
    const answer = await ask(vendor, 'POST', 'vendor', aBody());
    expect(answer.status).toBe(200);
    expect(answer.text).toMatch(/^"[0-9a-f-]{36}"$/);
  });

  it('binds member names and path segments without regard to case, trims ids, reads null lists as empty (Q-36)', async () => {
    const { id, vendor: owner, name, description } = aBody();
    const body = {
      Id: ` ${id} `,
      Vendor: { id: ` ${owner.ID} ` },
      NAME: { NB: name.nb, Nn: name.nn, en: name.en },
      Description: description,
      rights: null,
      accessPackages: null,
      clientId: null,
      allowedRedirectUrls: null,
      isVisible: null,
      unknown: { __proto__: { x: 1 } },
    };
    expect((await ask(vendor, 'POST', 'VENDOR/', body)).status).toBe(200);
    const own = await ask(vendor, 'GET', `Vendor/${id}/`);
    expect(own.body).toEqual({
      id,
      vendor: { ID: owner.ID },
      name,
      description,
      rights: [],
      accessPackages: [],
      isDeleted: false,
      clientId: [],
      isVisible: true,
      allowedRedirectUrls: [],
    });
  });

  it('writes the open form of a system without client ids and addresses', async () => {
    const resource = await aListedResource(db);
    const urn = await aListedPackage(db);
    const body = aBody({
      rights: [{ action: null, resource: [{ id: 'urn:altinn:resource', value: resource }] }],
      accessPackages: [{ urn }],
      clientId: [randomUUID()],
      allowedRedirectUrls: ['https://vg.no'],
    });
    await ask(vendor, 'POST', 'vendor', body);
    const dto = {
      systemId: body.id,
      systemVendorOrgNumber: vendor.orgNo,
      systemVendorOrgName: '',
      name: body.name,
      description: body.description,
      rights: [aRight(resource)],
      accessPackages: [{ urn }],
      isVisible: true,
    };
    const open = await ask(person, 'GET', '');
    expect(open.body).toEqual([dto]);
    expect(open.headers.get('cache-control')).toBe('no-store');
    expect((await ask(person, 'GET', body.id)).body).toEqual(dto);
    expect((await ask(vendor, 'GET', 'vendor')).body).toEqual([dto]);
    expect((await ask(person, 'GET', `${body.id}/rights`)).body).toEqual([aRight(resource)]);
    expect((await ask(person, 'GET', `${body.id}/accesspackages`)).body).toEqual([{ urn }]);
  });

  it.each(['read', ''])('echoes the action %j of a right, though it decides nothing', async (action) => {
    const rights = [
      { ...aRight(await aListedResource(db)), action },
      { action, resource: [] },
    ];
    const body = aBody({ rights });
    await ask(vendor, 'POST', 'vendor', body);
    expect((await ask(person, 'GET', `${body.id}/rights`)).body).toEqual(rights);
  });

  it('shows end users deleted and invisible systems by id, but not in the list', async () => {
    const hidden = await aSystem(db, { isVisible: false });
    const gone = await aSystem(db, { isVisible: true, isDeleted: true });
    expect((await ask(person, 'GET', '')).body).toEqual([]);
    expect((await ask(person, 'GET', hidden.systemId)).status).toBe(200);
    expect((await ask(person, 'GET', gone.systemId)).status).toBe(200);
    expect((await ask(person, 'GET', 'none')).body).toMatchObject({ title: 'Not Found', status: 404 });
  });

  it('Q-4 answers the contents of an unknown system with an empty list', async () => {
    expect((await ask(person, 'GET', 'none/rights')).body).toEqual([]);
    expect((await ask(person, 'GET', 'none/accesspackages')).body).toEqual([]);
  });

  it('names apps the old way when asked, with underscores kept in the app, and drops other pairs', async () => {
    const rights = [
      aRight('app_ttd_endring_av_navn'),
      aRight('krav'),
      { resource: [{ id: 'urn:altinn:task', value: 'x' }, ...aRight('krav').resource] },
    ];
    const { systemId } = await aSystem(db, { rights });
    const old = await ask(person, 'GET', `${systemId}/rights?useoldformatforapp=TRUE`);
    expect(old.body).toEqual([
      {
        resource: [
          { id: 'urn:altinn:org', value: 'ttd' },
          { id: 'urn:altinn:app', value: 'endring_av_navn' },
        ],
      },
      aRight('krav'),
      aRight('krav'),
    ]);
    expect((await ask(person, 'GET', `${systemId}/rights?useOldFormatForApp=false`)).body).toEqual(rights);
  });

  it('asks for a token first, then for the scope, then for the body', async () => {
    const { systemId } = await aSystem(db, { vendorOrgNo: vendor.orgNo });
    const bare = { ...vendor, scopes: new Set(['altinn:authentication/systemuser.request.write']) };
    const paths = [
      ['POST', 'vendor'],
      ['PUT', `vendor/${systemId}`],
      ['PUT', `vendor/${systemId}/rights`],
      ['PUT', `vendor/${systemId}/accesspackages`],
      ['DELETE', `vendor/${systemId}`],
      ['GET', 'vendor'],
      ['GET', `vendor/${systemId}`],
      ['GET', `vendor/${systemId}/changelog`],
    ] as const;
    for (const [method, path] of paths) {
      const body = method === 'GET' ? undefined : 'not json';
      expect(await ask(NOBODY, method, path, body)).toMatchObject({ status: 401, text: '' });
      expect(await ask(bare, method, path, body)).toMatchObject({ status: 403, text: '' });
      expect(await ask(person, method, path, body)).toMatchObject({ status: 403, text: '' });
    }
    for (const path of ['', systemId, `${systemId}/rights`, `${systemId}/accesspackages`]) {
      expect(await ask(NOBODY, 'GET', path)).toMatchObject({ status: 401, text: '' });
      expect(await ask(vendor, 'GET', path)).toMatchObject({ status: 403, text: '' });
    }
  });

  it.each([
    ['a name without nn (Q-3)', { name: { nb: 'x', en: 'x' } }, '$.name.nn'],
    ['a blank name', { name: { nb: ' ', nn: 'x', en: 'x' } }, '$.name.nb'],
    ['C9 a right-to-left override', { name: { nb: 'a\u202Eb', nn: 'x', en: 'x' } }, '$.name.nb'],
    ['C9 a name of 256 characters', { name: { nb: 'a'.repeat(256), nn: 'x', en: 'x' } }, '$.name.nb'],
    ['D10 too many rights', { rights: Array.from({ length: 501 }, () => ({ resource: [] })) }, '$.rights'],
    ['D10 too many clients', { clientId: Array.from({ length: 101 }, (_, n) => `c${n}`) }, '$.clientId'],
  ])('answers %s with the member at fault', async (_, differences, member) => {
    const answer = await ask(vendor, 'POST', 'vendor', aBody(differences));
    expect(answer).toMatchObject({ status: 400, body: { errors: { [member]: [expect.any(String)] } } });
  });

  it.each([
    [['id'], '$', "'RegisterSystemRequest' was missing required properties, including: 'id'."],
    [['description'], '$', "'RegisterSystemRequest' was missing required properties, including: 'description'."],
    [['name', 'vendor'], '$', "'RegisterSystemRequest' was missing required properties, including: 'vendor', 'name'."],
    [
      { vendor: { authority: 'iso6523-actorid-upis' } },
      '$.vendor',
      "'VendorInfo' was missing required properties, including: 'ID'.",
    ],
    [
      { accessPackages: [{}] },
      '$.accessPackages[0]',
      "'AccessPackage' was missing required properties, including: 'urn'.",
    ],
    [
      { rights: [aRight('x'), { resource: [{ id: 'urn:altinn:resource' }] }] },
      '$.rights[1].resource[0]',
      "'AttributePair' was missing required properties, including: 'value'.",
    ],
  ])('answers a body without the required %j as one that was not read', async (missing, path, text) => {
    const differences = Array.isArray(missing) ? Object.fromEntries(missing.map((name) => [name, undefined])) : missing;
    for (const [method, parameter] of [
      ['POST', 'registerNewSystem'],
      ['PUT', 'proposedUpdateToSystem'],
    ] as const) {
      const { systemId } = await aSystem(db, { vendorOrgNo: vendor.orgNo });
      const answer = await ask(vendor, method, method === 'POST' ? 'vendor' : `vendor/${systemId}`, aBody(differences));
      expect(answer.status).toBe(400);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(answer.body).toEqual({
        type: 'https://tools.ietf.org/html/rfc9110#section-15.5.1',
        title: 'One or more validation errors occurred.',
        status: 400,
        errors: {
          [path]: [`JSON deserialization for type ${text}`],
          [parameter]: [`The ${parameter} field is required.`],
        },
        traceId: expect.stringMatching(/^00-[0-9a-f]{32}-/),
      });
    }
  });

  it.each([
    [{ isVisible: 'yes' }, '$.isVisible', 'System.Boolean'],
    [{ id: 7, vendor: undefined }, '$.id', 'System.String'],
    [{ rights: {} }, '$.rights', 'System.Collections.Generic.List'],
    [{ rights: [{ resource: [{ id: 1, value: 'x' }] }] }, '$.rights[0].resource[0].id', 'System.String'],
    [{ vendor: '0192:1' }, '$.vendor', 'VendorInfo'],
  ])('answers %j with the first value of another type, and nothing else', async (differences, path, type) => {
    const answer = await ask(vendor, 'POST', 'vendor', aBody(differences));
    expect(answer).toMatchObject({ status: 400, body: { title: 'One or more validation errors occurred.' } });
    expect((answer.body as { errors: unknown }).errors).toEqual({
      [path]: [`The JSON value could not be converted to ${type}. Path: ${path}`],
      registerNewSystem: ['The registerNewSystem field is required.'],
    });
  });

  it('answers malformed JSON and an object in place of a bare list as a binding problem', async () => {
    const registerNewSystem = ['The registerNewSystem field is required.'];
    expect(await ask(vendor, 'POST', 'vendor', '{')).toMatchObject({
      status: 400,
      body: { errors: { $: [expect.any(String)], registerNewSystem } },
    });
    expect(await ask(vendor, 'POST', 'vendor', '')).toMatchObject({
      status: 400,
      body: { errors: { '': ['A non-empty request body is required.'], registerNewSystem } },
    });
    const { systemId } = await aSystem(db, { vendorOrgNo: vendor.orgNo });
    const wrapped = await ask(vendor, 'PUT', `vendor/${systemId}/rights`, { rights: [] });
    expect(wrapped).toMatchObject({ status: 400, body: { errors: { $: [expect.any(String)] } } });
  });

  it('writes the validation problem with extension members beside the code', async () => {
    const body = aBody({ rights: [aRight('none')], allowedRedirectUrls: ['http://vg.no', 'https://a.no'] });
    const answer = await ask(vendor, 'POST', 'vendor', body);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body).toMatchObject({
      type: 'urn:altinn:error:STD-00000',
      title: 'One or more validation errors occurred.',
      code: 'STD-00000',
      validationErrors: [
        {
          code: 'AUTH.VLD-00005',
          title: 'One or more of the redirect urls format is not valid. The valid format is https://xxx.xx',
          paths: ['/registersystemrequest/allowedredirecturls'],
        },
        {
          code: 'AUTH.VLD-00003',
          paths: ['/registersystemrequest/rights/resource'],
          'ResourceIds Not Found : ': 'none',
        },
      ],
    });
  });

  it.each(['http://vg.no', 'https://vg.no/a b', ' https://vg.no', 'vg.no', 'https://*.vg.no'])(
    'Q-5 checks the return address %j of a replacement like that of a registration: VLD-5',
    async (url) => {
      const body = aBody({ allowedRedirectUrls: ['https://vg.no/before'] });
      await ask(vendor, 'POST', 'vendor', body);
      const answer = await ask(vendor, 'PUT', `vendor/${body.id}`, { ...body, allowedRedirectUrls: [url] });
      expect(answer).toMatchObject({ status: 400, body: { validationErrors: [{ code: 'AUTH.VLD-00005' }] } });
      expect((await ask(vendor, 'GET', `vendor/${body.id}`)).body).toMatchObject({
        allowedRedirectUrls: ['https://vg.no/before'],
      });
    },
  );

  it('Q-40 refuses a client that a registration names twice, in whatever capitals: VLD-11', async () => {
    const client = randomUUID();
    const body = aBody({ clientId: [client, client.toUpperCase()] });
    const answer = await ask(vendor, 'POST', 'vendor', body);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({
      validationErrors: [
        {
          code: 'AUTH.VLD-00011',
          title: 'Request contains duplicate client ids',
          paths: ['/registersystemrequest/clientid'],
        },
      ],
    });
    expect((await ask(vendor, 'GET', `vendor/${body.id}`)).status).toBe(404);
    expect((await ask(vendor, 'POST', 'vendor', aBody({ clientId: [client] }))).status).toBe(200);
  });

  it('B28 refuses more than twenty return addresses with VLD-5', async () => {
    const allowedRedirectUrls = Array.from({ length: 21 }, (_, n) => `https://vg.no/${n}`);
    const answer = await ask(vendor, 'POST', 'vendor', aBody({ allowedRedirectUrls }));
    expect(answer.body).toMatchObject({ validationErrors: [{ code: 'AUTH.VLD-00005' }] });
  });

  it('E6 takes hostile ids literally', async () => {
    for (const name of ["'", '"', ';--', '\\', '%27', "' or 1=1 --"]) {
      const path = encodeURIComponent(name);
      expect((await ask(vendor, 'GET', `vendor/${path}`)).status).toBe(404);
      expect((await ask(person, 'GET', path)).status).toBe(404);
    }
    const id = `${vendor.orgNo}_o'reilly;--%27`;
    expect((await ask(vendor, 'POST', 'vendor', aBody({ id }))).status).toBe(200);
    expect((await ask(vendor, 'GET', `vendor/${encodeURIComponent(id)}`)).body).toMatchObject({ id });
  });

  it('D11 does not let a body touch a prototype', async () => {
    await ask(vendor, 'POST', 'vendor', '{"__proto__":{"x":1},"constructor":{"prototype":{"x":1}}}');
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  it('replaces, deletes and logs with `{"succeeded":true}`', async () => {
    const body = aBody({ clientId: ['one'] });
    const path = `vendor/${body.id}`;
    await ask(vendor, 'POST', 'vendor', body);
    expect((await ask(vendor, 'PUT', path, { ...body, isVisible: false })).text).toBe('{"succeeded":true}');
    expect((await ask(vendor, 'PUT', `${path}/rights`, [])).text).toBe('{"succeeded":true}');
    expect((await ask(vendor, 'PUT', `${path}/accesspackages`, [])).text).toBe('{"succeeded":true}');
    expect((await ask(vendor, 'DELETE', path)).text).toBe('{"succeeded":true}');
    expect((await ask(vendor, 'GET', path)).body).toMatchObject({ isDeleted: true, clientId: [] });
    const log = await ask(vendor, 'GET', `${path}/changelog`);
    expect(log.body).toMatchObject([
      { changeType: 'delete', changedByOrgNumber: vendor.orgNo, clientId: vendor.clientId },
      { changeType: 'accesspackageupdate', changedData: [] },
      { changeType: 'rightsupdate', changedData: [] },
      { changeType: 'update', changedData: { IsVisible: false } },
      { changeType: 'create', changedData: { Id: body.id, IsVisible: true, ClientId: ['one'] } },
    ]);
  });

  it('writes texts unquoted where the contract has texts', async () => {
    const { systemId } = await aSystem(db, { vendorOrgNo: vendor.orgNo, isDeleted: true });
    expect((await ask(vendor, 'GET', 'vendor/none/changelog')).text).toBe('System with ID none not found.');
    const put = await ask(vendor, 'PUT', 'vendor/none', aBody());
    expect(put).toMatchObject({ status: 404, text: "System with ID 'none' not found." });
    expect(put.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    const deleted = await ask(vendor, 'PUT', `vendor/${systemId}`, aBody({ id: systemId }));
    expect(deleted).toMatchObject({ status: 400, text: 'Cannot update a system marked as deleted.' });
    expect((await ask(vendor, 'DELETE', 'vendor/none')).body).toMatchObject({
      errors: { return: ['System not found'] },
    });
    expect((await ask(vendor, 'GET', 'vendor/none')).body).toMatchObject({ title: 'Not Found' });
  });

  it('names the methods there are for a path that it knows', async () => {
    expect(await ask(vendor, 'DELETE', 'vendor')).toMatchObject({ status: 405 });
    expect((await ask(vendor, 'GET', 'a/b/c/d')).status).toBe(404);
  });
});
