import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { PERSON } from '#db/seed/story.ts';
import { aSandbox, start, stop } from '../house.ts';
import { sendRaw } from '../raw.ts';
import { machine } from '../vendor.ts';

const CROWD = 20;
const CROWD_ROUNDS = 3;
const STALL_MS = 2_000;

let folder: string;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'systembruker-process-'));
});

test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('wrong settings stop the start, and all of them are named', async () => {
  const wrong = {
    ...(await aSandbox(folder)).settings,
    PORTAL_ENVIRONMENT: 'staging',
    SIGNING_KEY_BITS: '1024',
    AUTH_SECRET: '',
  };
  await expect(start(wrong)).rejects.toThrow(/ended with 1:.*PORTAL_ENVIRONMENT.*SIGNING_KEY_BITS/s);
});

test('F23 a process that is asked to stop finishes what it was doing and ends with 0', async () => {
  const { house, settings } = await aSandbox(folder);
  const child = await start(settings);
  const address = house.portal;
  const answer = sendRaw(address, '/help');
  expect((await sendRaw(address, '/health/ready')).status).toBe(200);
  let answered = 0;
  const crowd = Array.from({ length: 20 }, () => askUntilRefused(`${address}/jwk`, () => (answered += 1)));
  await expect.poll(() => answered).toBeGreaterThan(400);
  const ended = stop(child);
  expect((await answer).status).toBe(200);
  for (const reason of await Promise.all(crowd)) expect(reason).toBe('ECONNREFUSED');
  expect(await ended).toBe(0);
});

test('F22 a guest goes on when a caller leaves in the middle of a body', async () => {
  const { house, settings } = await aSandbox(folder);
  const child = await start({ ...settings, SERVE: 'krav', AUTH_SECRET: undefined });
  const address = new URL(house.portal);
  const caller = connect(Number(address.port), address.hostname);
  caller.write('POST /kravogbetalinger/v1/x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nhalf');
  await expect.poll(async () => (await sendRaw(house.portal, '/kravogbetalinger/')).status).toBeGreaterThan(0);
  caller.destroy();
  const log: string[] = [];
  child.stdout?.on('data', (chunk: Buffer) => log.push(String(chunk)));
  await expect.poll(() => log.join('')).toContain('request failed');
  expect((await sendRaw(house.portal, '/elsewhere')).status).toBe(404);
  expect(await stop(child)).toBe(0);
});

test('F21 with 128 MB a crowd is served, and two seconds of standing still end nothing', async () => {
  const { house, settings } = await aSandbox(folder);
  const child = await start({ ...settings, NODE_OPTIONS: '--max-old-space-size=128' });
  const vendor = machine(house);
  const grant = async () =>
    (await vendor.grant(await vendor.sign({ scope: 'altinn:authentication/systemuser.request.read' }))).status;
  const visit = async () => (await sendRaw(house.portal, '/help')).status;
  const statuses: number[] = [];
  const crowd = Array.from({ length: CROWD }, async (_, index) => {
    for (let round = 0; round < CROWD_ROUNDS; round += 1) statuses.push(await (index % 4 === 0 ? visit() : grant()));
  });
  await expect.poll(() => statuses.length, { intervals: [1], timeout: 30_000 }).toBeGreaterThan(0);
  child.kill('SIGSTOP');
  await wait(STALL_MS);
  child.kill('SIGCONT');
  await Promise.all(crowd);
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect((await sendRaw(house.portal, '/health/ready')).status).toBe(200);
  expect(await stop(child)).toBe(0);
});

test.describe('in production', () => {
  test('B29 there is no sandbox: no token generator, no test people, no log-in but the real one', async () => {
    const jwk = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
    const { house, settings } = await aSandbox(folder);
    const child = await start({
      ...settings,
      PORTAL_ENVIRONMENT: 'production',
      PORTAL_URL: 'https://portal.example',
      OIDC_ISSUER: 'https://login.example',
      OIDC_CLIENT_ID: 'portal',
      OIDC_CLIENT_JWK: JSON.stringify(jwk),
    });
    const address = house.portal;
    const headers = { host: 'portal.example' };
    const tokens = ['/api/GetPersonalToken?pid=14837912092', '/api/GetEnterpriseToken'];
    for (const path of [...tokens, '/api/TestParties', '/start']) {
      expect((await sendRaw(address, path, { headers })).status, path).toBe(404);
    }
    const control = { ...headers, authorization: `Basic ${Buffer.from('sandbox:sandbox').toString('base64')}` };
    for (const path of ['/_sandbox/scenarios', '/_sandbox/journal', '/sandbox/journal', '/sandbox/scenarios']) {
      expect((await sendRaw(address, path, { headers: control })).status, path).toBe(404);
    }
    const faulty = { ...headers, 'x-sandbox-scenario': '503' };
    expect((await sendRaw(address, '/jwk', { headers: faulty })).status).toBe(200);
    const login = await sendRaw(address, '/login', { headers });
    expect(login.text).not.toContain('personNo');
    expect(login.headers['strict-transport-security']).toContain('max-age=');
    const csrf = await sendRaw(address, '/api/auth/csrf', { headers });
    const answer = await sendRaw(address, '/api/auth/callback/test', {
      method: 'POST',
      headers: {
        ...headers,
        origin: 'https://portal.example',
        'content-type': 'application/x-www-form-urlencoded',
        cookie: (csrf.headers['set-cookie'] as readonly string[]).map((each) => each.split(';', 1)[0]).join('; '),
      },
      body: new URLSearchParams({ personNo: PERSON.pia, csrfToken: JSON.parse(csrf.text).csrfToken }).toString(),
    });
    expect(String(answer.headers['set-cookie'] ?? '')).not.toContain('__Host-session=');
    expect(await stop(child)).toBe(0);
  });
});

/** Asks again and again over a connection that is kept alive. @returns why it had to stop: a status, or what broke */
async function askUntilRefused(address: string, onAnswer: () => void): Promise<unknown> {
  for (;;) {
    try {
      const answer = await fetch(address);
      await answer.arrayBuffer();
      if (!answer.ok) return answer.status;
      onAnswer();
    } catch (error) {
      return ((error as Error).cause as { code?: unknown } | undefined)?.code ?? error;
    }
  }
}
