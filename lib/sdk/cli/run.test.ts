import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setClock } from '../../context/clock.ts';
import { replaceDatabase } from '../../context/database.ts';
import { TOKEN_PROBLEMS } from '../../maskinporten/problems.ts';
import { rejectRequest } from '../../requests/reject-request.ts';
import { as, TEST_NOW } from '../../testing/context.ts';
import { aGrant, TEST_SCOPE } from '../../testing/maskinporten.ts';
import { aPerson, aPersonNo } from '../../testing/parties.ts';
import { aChangeRequest, anApprovedRequest, aRequest } from '../../testing/requests.ts';
import { aVendorStory, houseFetch } from '../../testing/sdk.ts';
import { serveTestDatabase } from '../../testing/test-database.ts';
import type { Fetch } from '../call-service.ts';
import { COMMANDS } from './commands.ts';
import { diagnose } from './diagnose.ts';
import { run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'systembruker-cli-'));
const keyFile = join(folder, 'client.json');
const [manager, employee] = [aPersonNo(), aPersonNo()];
let story: Awaited<ReturnType<typeof aVendorStory>>;

beforeAll(async () => {
  const db = await serveTestDatabase();
  story = await aVendorStory(db);
  await aPerson(db, { personNo: manager, at: story.customer, roles: ['DAGL'] });
  await aPerson(db, { personNo: employee, at: story.customer, roles: ['ANSATT'] });
  writeFileSync(keyFile, JSON.stringify({ A_CLIENT_ID: story.clientId, A_CLIENT_JWK: story.key.privateKey }));
});
afterAll(() => {
  setClock({ offsetMs: 0 });
  replaceDatabase(undefined);
  rmSync(folder, { recursive: true });
});

/** Runs a command line with the vendor's key in the environment. */
async function cli(args: readonly string[], world: { env?: Record<string, string>; fetch?: Fetch } = {}) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await run(args, {
    env: { SYSTEMBRUKER_KEY: keyFile, ...world.env },
    fetch: world.fetch ?? houseFetch(),
    out: (text) => out.push(text),
    err: (text) => err.push(text),
  });
  return { code, out: out.join('\n'), err: err.join('\n'), json: () => JSON.parse(out.join('\n')) };
}

const theCustomer = () => ['--organisation', story.customer.orgNo];
const theRight = () => ['--system', story.system.systemId, '--right', story.resourceId];

describe('token', () => {
  it('prints the token alone, or with what belongs to it', async () => {
    const plain = await cli(['token', '--scope', TEST_SCOPE]);
    expect([plain.code, plain.err]).toEqual([0, '']);
    expect(decodeJwt(plain.out).client_id).toBe(story.clientId);
    const { json } = await cli(['token', '--scope', TEST_SCOPE, '--json']);
    expect(json()).toMatchObject({ scope: TEST_SCOPE, expiresAt: expect.stringMatching(/Z$/) });
  });

  it('tells a refusal in words and as JSON, and what helps', async () => {
    const asked = ['token', '--scope', TEST_SCOPE, '--organisation', '314400402'];
    const { code, out, err } = await cli(asked);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^✗ MP-303: .*\n→ .*\ntrace id [0-9a-f]{32}$/s);
    expect((await cli([...asked, '--json'])).json()).toMatchObject({ error: 'MP-303', traceId: expect.any(String) });
  });

  it('takes a PEM with its kid and client, by flags before the environment', async () => {
    const pem = join(folder, 'client.pem');
    writeFileSync(pem, story.client.key.privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const flags = ['--key', pem, '--client-id', story.clientId, '--kid', story.client.key.kid];
    const env = { SYSTEMBRUKER_KEY: 'nowhere', SYSTEMBRUKER_CLIENT_ID: 'nobody' };
    expect((await cli(['token', '--scope', TEST_SCOPE, ...flags], { env })).code).toBe(0);
  });
});

describe('request, approve and wait', () => {
  it('lead to a system user that a token speaks for', async () => {
    const sent = await cli(['request', ...theRight(), ...theCustomer(), '--reference', 'cli-1', '--json']);
    expect(sent).toMatchObject({ code: 0 });
    const { id, confirmUrl } = sent.json();
    const again = await cli(['request', ...theRight(), ...theCustomer(), '--reference', 'cli-1']);
    expect(again.out).toBe(`New  ${id}\n${confirmUrl}`);
    expect(await cli(['wait', id, '--timeout', '0'])).toMatchObject({
      code: 1,
      err: '✗ The request has not been answered yet.',
    });
    expect(await cli(['approve', id, '--person', manager])).toMatchObject({ code: 0, out: 'Approved' });
    expect(await cli(['wait', id])).toMatchObject({ code: 0, out: 'Accepted' });
    const { json } = await cli(['token', '--scope', TEST_SCOPE, ...theCustomer(), '--reference', 'cli-1', '--json']);
    expect(decodeJwt(json().accessToken).authorization_details).toMatchObject([{ systemuser_id: [id] }]);
  });

  it('know agents and changes', async () => {
    const agent = ['--system', story.system.systemId, '--package', story.clientPackageUrn, '--agent'];
    const { id } = (await cli(['request', ...agent, ...theCustomer(), '--reference', 'cli-2', '--json'])).json();
    expect((await cli(['approve', id, '--kind', 'agent', '--person', manager])).code).toBe(0);
    const user = await anApprovedRequest(story);
    const change = await aChangeRequest(story, user.id);
    expect((await cli(['approve', change.id, '--kind', 'change', '--person', manager])).code).toBe(0);
    expect(await cli(['wait', change.id, '--kind', 'change'])).toMatchObject({ code: 0 });
  });

  it('end with 1 at a no, and pass on why', async () => {
    const { id } = await aRequest(story);
    const party = { uuid: story.customer.uuid };
    const reason = 'Vi bruker et annet system.';
    await rejectRequest(as({ db: story.db, now: TEST_NOW }, story.pia), { kind: 'standard', id, party, reason });
    expect(await cli(['wait', id])).toMatchObject({ code: 1, out: `Rejected\n${reason}`, err: '' });
  });

  it('approve nothing that the person may not', async () => {
    const { id } = (await cli(['request', ...theRight(), ...theCustomer(), '--reference', 'cli-3', '--json'])).json();
    expect(await cli(['approve', id, '--person', employee])).toMatchObject({
      code: 1,
      err: expect.stringContaining('403'),
    });
    expect((await cli(['wait', id, '--timeout', '0'])).code).toBe(1);
  });
});

describe('doctor', () => {
  it('finds everything right when it is, and shows no token', async () => {
    const { code, out } = await cli(['doctor', '--scope', TEST_SCOPE]);
    expect(code).toBe(0);
    expect(out).not.toContain('✗');
    expect(out).toMatch(/✓ access to the scopes\n– resource\n– authorization_details\n– system user\n✓ token: /);
    expect(out).toMatch(new RegExp(`token: for 0192:${story.vendor.orgNo}, scope ${TEST_SCOPE}, until `));
    expect(out).not.toContain('eyJ');
  });

  it('says what was right before what is wrong, why, and what to do', async () => {
    await anApprovedRequest(story, { externalRef: 'cli-doctor' });
    const { code, out, json } = await cli(['doctor', '--scope', TEST_SCOPE, ...theCustomer(), '--json']);
    expect(code).toBe(1);
    const findings = json() as { step: string; outcome: string }[];
    expect(findings.filter(({ outcome }) => outcome !== 'passed')).toEqual([
      { step: 'resource', outcome: 'skipped' },
      {
        step: 'system user',
        outcome: 'failed',
        code: 'MP-303',
        found: expect.stringContaining('under another externalRef'),
        cure: expect.stringContaining('/errors/MP-303'),
      },
    ]);
    expect(out).not.toContain(String(story.key.privateKey.d));
  });

  it('examines a grant that another program has signed', async () => {
    const file = join(folder, 'grant.jwt');
    writeFileSync(file, `${aGrant(story.client, { now: new Date(Date.now() - 600_000) })}\n`);
    const { code, out } = await cli(['doctor', '--grant', file]);
    expect(code).toBe(1);
    expect(out).toMatch(/✓ signature\n✗ time: MP-130\n {4}.*\n {4}→ .*\n– not used before\n/);
  });

  it.each([
    ['an issuer without its slash', ['--issuer', 'http://localhost:3000'], '✗ metadata'],
    [
      'an address where nothing is',
      ['--url', 'http://localhost:3000/nothing', '--issuer', 'http://x.test/y'],
      '✗ metadata',
    ],
    ['a client that is not there', ['--client-id', 'nobody'], '✗ client: MP-100'],
    ['a grant that is none', ['--grant', keyFile], '✗ form of the grant: MP-011'],
    ['a kid that is not registered', ['--kid', 'K2'], '✗ key or certificate: unknown-kid'],
  ])('finds %s', async (_, flags, line) => {
    const { code, out } = await cli(['doctor', '--scope', TEST_SCOPE, ...flags]);
    expect(code).toBe(1);
    expect(out).toContain(line);
  });

  it('finds a clock that is wrong, and dates its own grant by the issuer’s', async () => {
    const inner = houseFetch();
    const hourAhead: Fetch = async (url, init) => {
      const answer = await inner(url, init);
      answer.headers.set('date', new Date(Date.now() + 3_600_000).toUTCString());
      return answer;
    };
    const { code, out } = await cli(['doctor', '--scope', TEST_SCOPE], { fetch: hourAhead });
    expect(code).toBe(1);
    expect(out).toMatch(/✗ clock\n {4}The clock here is 3600 s behind/);
    expect(out).toContain('✗ time: issue-time');
  });

  it('has a step for every refusal there is', () => {
    const strange = TOKEN_PROBLEMS.filter((code) => diagnose({}, { code, found: '', cure: undefined }).length === 1);
    expect(strange).toEqual(['invalid-client']);
  });
});

describe('the sandbox', () => {
  it('has a clock that is shown, moved, stopped and given back', async () => {
    expect((await cli(['clock'])).out).toMatch(/^20\d\d-.*Z$/);
    expect((await cli(['clock', '--advance', 'PT1H'])).out).toContain('(3600 s ahead)');
    expect((await cli(['clock', '--advance', '60'])).out).toContain('(3660 s ahead)');
    const still = await cli(['clock', '--set', '2027-03-01T08:00:00Z', '--freeze', '--json']);
    expect(still.json()).toMatchObject({ now: '2027-03-01T08:00:00.000Z', frozen: true });
    expect((await cli(['clock', '--run', '--json'])).json()).toMatchObject({ frozen: false });
    expect((await cli(['clock', '--real', '--json'])).json()).toMatchObject({ offsetSeconds: 0 });
    expect(await cli(['clock', '--advance', 'P1M'])).toMatchObject({ code: 1 });
  });

  it('is kept as it is under a name, and put back there', async () => {
    expect((await cli(['snapshot', 'list'])).out).toBe('No snapshots');
    expect((await cli(['snapshot', 'take', 'before'])).out).toMatch(/^Taken at 20\d\d-.*Z$/);
    expect((await cli(['snapshot', 'list'])).out).toMatch(/^before {2}20\d\d-.*Z {2}\d+ bytes$/);
    expect((await cli(['snapshot', 'list', '--json'])).json().snapshots).toMatchObject([{ name: 'before' }]);
    const back: Fetch = async (url, init) => Response.json({ now: `${init.method} ${new URL(url).pathname}` });
    expect((await cli(['snapshot', 'restore', 'before'], { fetch: back })).out).toBe(
      'The sandbox is as in before, at POST /_sandbox/snapshots/before/restore',
    );
    expect(await cli(['snapshot', 'delete', 'before'])).toMatchObject({ code: 0, out: 'Deleted' });
    expect(await cli(['snapshot', 'restore', 'before'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('SBX-00003'),
    });
    expect((await cli(['snapshot', 'take', 'Before'])).err).toContain('a-z');
  });

  it('gives a worker a namespace, whose key goes into a file for its owner alone', async () => {
    const made = {
      name: 'w-1',
      clientId: 'c-1',
      systemId: 's-1',
      organisations: { vendor: '1' },
      people: { manager: '2' },
    };
    const answering: Fetch = async (_, init) => Response.json({ ...made, privateKey: { d: `secret of ${init.body}` } });
    const file = join(folder, 'worker.json');
    const { code, out } = await cli(['namespace', 'create', 'w-1', '--out', file], { fetch: answering });
    expect([code, out]).toEqual([0, 'w-1\n  system: s-1\n  client: c-1\n  vendor: 1\n  manager: 2']);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
      NAMESPACE_CLIENT_ID: 'c-1',
      NAMESPACE_CLIENT_JWK: { d: 'secret of {"name":"w-1"}' },
    });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const again = await cli(['namespace', 'create', 'w-1', '--out', file], { fetch: answering });
    expect([again.code, again.err]).toEqual([2, `${file} is there already, or cannot be written.`]);
    expect((await cli(['namespace', 'list'])).out).toBe('No namespaces');
    expect(await cli(['namespace', 'delete', 'w-1'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('SBX-00008'),
    });
  });

  it('leaves no file behind when there is no namespace', async () => {
    const file = join(folder, 'refused.json');
    const { code, err } = await cli(['namespace', 'create', 'W', '--out', file]);
    expect([code, existsSync(file)]).toEqual([1, false]);
    expect(err).toContain('a-z');
  });

  it('is not steered with the wrong password, and begins anew only where there is one', async () => {
    const env = { SYSTEMBRUKER_SANDBOX_CREDENTIALS: 'sandbox:wrong' };
    expect(await cli(['clock', '--real'], { env })).toMatchObject({ code: 1, err: expect.stringContaining('401') });
    const none: Fetch = async () => new Response('', { status: 404 });
    expect(await cli(['reset'], { fetch: none })).toMatchObject({
      code: 1,
      err: expect.stringContaining('a sandbox?'),
    });
    const anew: Fetch = async (url, init) =>
      Response.json({ now: `${init.method} ${new URL(url).pathname} ${new Headers(init.headers).get('x-sandbox')}` });
    expect((await cli(['reset'], { fetch: anew })).out).toContain('POST /_sandbox/reset 1');
  });
});

describe('keys', () => {
  it.each(['jwk', 'pem'])('makes a %s for its owner alone, and prints the public half', async (format) => {
    const file = join(folder, `new.${format}`);
    const { code, out, json } = await cli(['keys', '--out', file, '--format', format, '--kid', 'K9']);
    expect(code).toBe(0);
    expect(json().keys).toEqual([
      { kty: 'RSA', n: expect.any(String), e: 'AQAB', kid: 'K9', use: 'sig', alg: 'RS256' },
    ]);
    expect(out).not.toContain('"d"');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const made = readFileSync(file, 'utf8');
    const named = format === 'pem' ? ['--kid', 'K9'] : [];
    expect((await cli(['keys', '--key', file, ...named])).out).toBe(out);
    expect(await cli(['keys', '--out', file])).toMatchObject({
      code: 2,
      err: expect.stringContaining('there already'),
    });
    expect(readFileSync(file, 'utf8')).toBe(made);
  });
});

describe('what is used wrongly', () => {
  it.each([
    [['tokn'], 'There is no command tokn'],
    [['constructor'], 'There is no command constructor'],
    [['token'], '--scope is missing'],
    [['token', 'extra', '--scope', 'a'], 'What is extra?'],
    [['token', '--scop', 'a'], "Unknown option '--scop'"],
    [['token', '--scope', 'a', '--key', 'nowhere'], 'nowhere cannot be read'],
    [['token', '--scope', 'a', '--reference', 'b'], '--reference says nothing'],
    [['token', '--scope', 'a', '--organisation', '314400402', '--pid', '1'], '--organisation goes with'],
    [['token', '--scope', 'a', '--url', 'somewhere'], '--url must be an address'],
    [['request', '--system', 'a', '--organisation', '1'], 'at least one --right or --package'],
    [['wait'], 'Give the id of the request'],
    [['wait', 'a', '--kind', 'b'], '--kind must be one of standard, agent, change'],
    [['wait', 'a', '--timeout', 'soon'], 'a number of seconds'],
    [['clock', '--freeze', '--run'], 'not both'],
    [['clock', '--real', '--run'], 'no other change'],
    [['snapshot'], 'Give list'],
    [['snapshot', 'take'], 'the name of a snapshot'],
    [['snapshot', 'list', 'a'], 'Give list'],
    [['snapshot', 'toString', 'a'], 'Give list'],
    [['namespace'], 'Give list'],
    [['namespace', 'create'], 'the name of a namespace'],
    [['namespace', 'create', 'a'], '--out is missing'],
    [['keys', '--key', ''], 'Give --out'],
    [['keys', '--out', 'a', '--format', 'der'], '--format must be one of jwk, pem'],
  ])('%o is told so, and ends with 2', async (args, text) => {
    const { code, out, err } = await cli(args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(text);
  });

  it('shows nothing of a key file that cannot be read', async () => {
    const file = join(folder, 'broken.json');
    writeFileSync(file, '{"d":"secret"');
    const { code, err } = await cli(['token', '--scope', 'a', '--key', file]);
    expect([code, err]).toEqual([2, `${file} is neither JSON nor PEM.`]);
  });
});

describe('help', () => {
  it('lists every command, and every flag with where else it is read from', async () => {
    const { code, out } = await cli([]);
    expect(code).toBe(0);
    for (const [name, { options }] of Object.entries(COMMANDS)) {
      expect(out).toContain(`  ${name} `);
      const told = await cli(['help', name]);
      expect(told).toEqual({ ...(await cli([name, '--help'])), json: expect.any(Function) });
      for (const flag of Object.keys(options)) expect(told.out).toContain(`--${flag}`);
    }
    expect((await cli(['token', '--help'])).out).toContain('(or SYSTEMBRUKER_CLIENT_ID)');
  });
});
