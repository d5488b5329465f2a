import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Db } from '#db/open.ts';
import { sealer } from '../../audit/seals/seal-audit.ts';
import { verifyAudit } from '../../audit/seals/verify-audit.ts';
import * as settings from '../../config/env.ts';
import { replaceDatabase } from '../../context/database.ts';
import { isSynthetic, parseOrgNo, parsePersonNo } from '../../kernel/brands.ts';
import { createOrganisation } from '../../parties/create-party.ts';
import { findOrganisation } from '../../parties/find-party.ts';
import { createAltinn } from '../../sdk/altinn.ts';
import { run } from '../../sdk/cli/run.ts';
import { createMaskinporten } from '../../sdk/maskinporten.ts';
import { houseFetch } from '../../testing/sdk.ts';
import { ENGINES, serveTestDatabase } from '../../testing/test-database.ts';
import { NAMESPACES_MAX } from './model.ts';

vi.stubEnv('GUESTS_DIR', mkdtempSync(join(tmpdir(), 'systembruker-guests-')));
const { namespaces } = await import('#app/%5Fsandbox/namespaces/[[...path]]/endpoints.ts');
const { seedSandbox } = await import('#db/seed/sandbox.ts');
const { resetSandbox } = await import('../reset-sandbox.ts');
const { restoreSnapshot } = await import('../snapshots/restore-snapshot.ts');
const { takeSnapshot } = await import('../snapshots/take-snapshot.ts');
const { orgNoAt } = await import('#db/seed/synthetic-numbers.ts');

type Method = 'GET' | 'POST' | 'DELETE';

const OURS = { host: 'localhost:3000', authorization: `Basic ${btoa('sandbox:sandbox')}` };
const MARKED = { 'x-sandbox': '1' };

async function send(
  method: Method,
  path = '',
  { headers = MARKED, body }: { headers?: Readonly<Record<string, string>>; body?: string } = {},
) {
  const url = `http://localhost:3000/_sandbox/namespaces${path}`;
  const request = new Request(url, { method, headers: { ...OURS, ...headers }, ...(body ? { body } : {}) });
  const response = await namespaces.handlers[method](request);
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}

const create = (name: string) =>
  send('POST', '', { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ name }) });
const names = async () => (await send('GET')).body.namespaces.map(({ name }: { name: string }) => name);

/** The worker's machine, as the answer describes it. */
function machineOf(made: Awaited<ReturnType<typeof create>>['body']) {
  const { issuer, clientId, privateKey } = made;
  const maskinporten = createMaskinporten({ issuer, clientId, key: { privateKey }, fetch: houseFetch() });
  return { maskinporten, altinn: createAltinn({ base: issuer, token: maskinporten.token, fetch: houseFetch() }) };
}

/** Approves as a person by the command line, whose answer says whether that person may. */
const approve = (id: string, person: string, kind = 'standard') =>
  run(['approve', id, '--person', person, '--kind', kind], {
    env: {},
    fetch: houseFetch(),
    out: () => {},
    err: () => {},
  });

describe.each(ENGINES)('namespaces of the sandbox on %s', (engine) => {
  let db: Db;

  beforeAll(async () => {
    db = await serveTestDatabase(engine);
    await seedSandbox(db);
  });

  afterAll(() => replaceDatabase(undefined));

  it('hold all that a request, its answer and a token need', async () => {
    const { status, body } = await create('story');
    expect(status).toBe(201);
    const { systemId, scope, organisations, people, resource } = body;
    const { altinn, maskinporten } = machineOf(body);
    const rights = [{ resource: [{ id: 'urn:altinn:resource', value: resource }] }];
    const asked = { systemId, partyOrgNo: organisations.customer, rights };
    const { id } = await altinn.createRequest(asked);
    expect(await approve(id, people.employee)).toBe(1);
    expect(await approve(id, people.manager)).toBe(0);
    const { accessToken } = await maskinporten.systemUserToken({ scope, organisation: organisations.customer });
    expect(decodeJwt(accessToken)).toMatchObject({ scope, authorization_details: [{ systemuser_id: [id] }] });

    const packages = ['regnskapsforer-uten-signeringsrettighet', 'krav-og-utlegg'];
    const accessPackages = packages.map((code) => ({ urn: `urn:altinn:accesspackage:${code}` }));
    const agent = await altinn.createRequest(
      { systemId, partyOrgNo: organisations.accountant, accessPackages },
      'agent',
    );
    expect(await approve(agent.id, people.manager, 'agent')).toBe(1);
    expect(await approve(agent.id, people.accountantManager, 'agent')).toBe(0);
  });

  it('have valid synthetic numbers, and say in the list all but the key', async () => {
    const { body } = await create('numbers');
    const { privateKey, ...told } = body;
    expect(privateKey).toMatchObject({ kty: 'RSA', kid: body.kid, d: expect.any(String) });
    expect(Object.values<string>(told.organisations).every((number) => parseOrgNo(number))).toBe(true);
    const people = Object.values<string>(told.people).map(parsePersonNo);
    expect(people.every((number) => number !== undefined && isSynthetic(number))).toBe(true);
    const { namespaces: listed } = (await send('GET')).body;
    expect(listed).toContainEqual(told);
    expect(JSON.stringify(listed)).not.toContain(privateKey.d);
    expect(told.commands.join('\n')).toContain(
      `--system ${told.systemId} --organisation ${told.organisations.customer}`,
    );
  });

  it('E3 leave no private key behind', async () => {
    const { d } = (await create('secret')).body.privateKey;
    for (const table of Object.values(db.tables)) {
      expect(JSON.stringify(await db.select().from(table))).not.toContain(d);
    }
  });

  it('share nobody when many workers ask at once', async () => {
    const made = await Promise.all(Array.from({ length: 12 }, (_, index) => create(`at-once-${index}`)));
    expect(made.map(({ status }) => status)).toEqual(made.map(() => 201));
    const all = made.flatMap(({ body }) => [...Object.values(body.organisations), ...Object.values(body.people)]);
    expect(new Set(all).size).toBe(12 * 7);
    expect(new Set(made.map(({ body }) => body.clientId)).size).toBe(12);
  });

  it('of one name are made once, whoever asks at once', async () => {
    const made = await Promise.all([create('same'), create('same'), create('same')]);
    expect(made.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(made.find(({ status }) => status === 409)?.body.code).toBe('SBX-00007');
    expect((await names()).filter((name: string) => name === 'same')).toHaveLength(1);
  });

  it('pass by numbers that somebody has', async () => {
    const { vendor } = (await create('before')).body.organisations;
    const index = Number(vendor.slice(0, 8)) - 30_000_000;
    const next = Array.from({ length: 12 }, (_, step) => orgNoAt(index + step + 1)).filter(
      (each) => each !== undefined,
    );
    const free = [];
    for (const orgNo of next) if (!(await findOrganisation(db, orgNo))) free.push(orgNo);
    const taken = free[0] ?? '';
    await db.transaction((tx) => createOrganisation(tx, { orgNo: taken, name: 'OPPTATT', at: new Date() }));
    const { status, body } = await create('after');
    expect(status).toBe(201);
    expect(Object.values(body.organisations)).toContain(free[1]);
    expect(Object.values(body.organisations)).not.toContain(taken);
  });

  it('end with a client that gets no token, and a name that is free; what was done stays in the audit trail', async () => {
    const { body } = await create('ending');
    const { maskinporten } = machineOf(body);
    const scope = { scope: 'altinn:authentication/systemregister.write' };
    await maskinporten.token(scope);
    expect(await send('DELETE', '/ending')).toEqual({ status: 204, body: undefined });
    await expect(machineOf(body).maskinporten.token(scope)).rejects.toMatchObject({ code: 'MP-100' });
    expect(await findOrganisation(db, body.organisations.customer)).toBeDefined();
    expect(await send('DELETE', '/ending')).toMatchObject({ status: 404, body: { code: 'SBX-00008' } });
    const again = await create('ending');
    expect(again.status).toBe(201);
    expect(again.body.organisations.vendor).not.toBe(body.organisations.vendor);
    const seal = sealer(db);
    await seal();
    await seal();
    const { sealedRows, findings } = await verifyAudit(db);
    expect([sealedRows > 0, findings]).toEqual([true, []]);
  });

  it('are gone after a reset, and back with working keys when a snapshot is restored', async () => {
    const controls = { db } as Parameters<typeof takeSnapshot>[0];
    const { body } = await create('travelling');
    await takeSnapshot(controls, 'with-travelling');
    await resetSandbox(controls);
    expect(await names()).toEqual([]);
    await create('later');
    await restoreSnapshot(controls, 'with-travelling');
    expect(await names()).toContain('travelling');
    expect(await names()).not.toContain('later');
    const scope = 'altinn:authentication/systemregister.write';
    await expect(machineOf(body).maskinporten.token({ scope })).resolves.toMatchObject({ scope });
  });

  it('draw a name when nobody gives one', async () => {
    const { status, body } = await send('POST');
    expect([status, body.name]).toEqual([201, expect.stringMatching(/^worker-[0-9a-f]{8}$/)]);
  });

  it.each(['Upper', '-a', 'a_b', '', 'a'.repeat(41)])('are not called %j', async (name) => {
    expect((await create(name)).status).toBe(400);
  });

  it('are refused beside too many others', async () => {
    const { sandboxNamespaces } = db.tables;
    const missing = NAMESPACES_MAX - (await db.$count(sandboxNamespaces));
    const [row] = await db.select().from(sandboxNamespaces);
    if (!row) throw new Error('There is none to copy.');
    const copies = Array.from({ length: missing }, (_, index) => ({ ...row, name: `filler-${index}` }));
    await db.insert(sandboxNamespaces).values(copies);
    expect(await create('one-more')).toMatchObject({ status: 409, body: { code: 'SBX-00009' } });
    expect((await send('DELETE', '/filler-0')).status).toBe(204);
    expect((await create('one-more')).status).toBe(201);
  });

  it.each([
    ['a foreign name', { ...MARKED, host: 'evil.example' }, 421],
    ['a script of another site', { ...MARKED, origin: 'https://evil.example' }, 403],
    ['a form that hides where it came from', {}, 403],
    ['the wrong credentials', { ...MARKED, authorization: `Basic ${btoa('sandbox:x')}` }, 401],
  ])('B29 are not touched by %s', async (_, headers, status) => {
    expect((await send('POST', '', { headers })).status).toBe(status);
    expect((await send('DELETE', '/story', { headers })).status).toBe(status);
    expect(await names()).toContain('story');
  });

  it.each(['test', 'production'] as const)('B29 are absent in %s', async (environment) => {
    vi.spyOn(settings, 'env').mockReturnValue({ ...settings.env(), PORTAL_ENVIRONMENT: environment });
    const answers = [await send('GET'), await create('absent'), await send('DELETE', '/story')];
    vi.restoreAllMocks();
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  });
});
