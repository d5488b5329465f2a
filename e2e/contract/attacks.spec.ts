import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { findViolations } from '#db/find-violations.ts';
import { type Db, openDatabase } from '#db/open.ts';
import { PERSON } from '#db/seed/story.ts';
import { shortestOfThree } from '#lib/testing/shortest-of-three.ts';
import { aSandbox, type House, start, stop } from '../house.ts';
import { sendRaw } from '../raw.ts';
import { askForSystemUser, machine, readRequest } from '../vendor.ts';

// One server for all of them, one after another: each must leave it as good as new.
test.describe.configure({ mode: 'default' });

const SLOW_CONNECTIONS = 60;
const SLOW_MAX_MS = 20_000;
const BOMB_BYTES = 1_220 * 0x10000;
const RSS_GROWTH_MAX_KB = 20_000;
const LONG_TEXT_MAX_MS = 50;
const SCOPE = 'altinn:authentication/systemuser.request.read';

let folder: string;
let house: House;
let settings: Readonly<Record<string, string | number | undefined>>;
let child: ChildProcess;
let slow: readonly Promise<number>[];
let said = '';

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'systembruker-attacks-'));
  const sandbox = await aSandbox(folder);
  house = sandbox.house;
  settings = { ...sandbox.settings, LOG_LEVEL: 'debug' };
  await open();
  slow = Array.from({ length: SLOW_CONNECTIONS }, (_, index) => dawdle(index));
});

test.afterAll(async () => {
  await stop(child);
  rmSync(folder, { recursive: true, force: true });
});

test.afterEach(async () => {
  expect((await sendRaw(house.portal, '/health/ready')).status).toBe(200);
  expect((await machine(house).grant(await machine(house).sign({ scope: SCOPE }))).status).toBe(200);
});

test('D1 a body bomb is refused before it is read, by its length and while it streams', async () => {
  const before = peakMemory();
  for (const path of ['/token', '/authentication/api/v1/systemregister/vendor', '/login', '/smartregnskap']) {
    const long = await bomb(path, `Content-Length: ${BOMB_BYTES}`);
    expect(long.answer, path).toContain(' 413 ');
    const streamed = await bomb(path, 'Transfer-Encoding: chunked');
    expect(streamed.answer, path).toMatch(/ 41[13] /);
    // What left us lies in the network's buffers; the portal took none of it.
    expect(Math.max(long.sent, streamed.sent), path).toBeLessThan(BOMB_BYTES / 2);
  }
  expect(peakMemory() - before).toBeLessThan(RSS_GROWTH_MAX_KB);
});

test('D2 a page reads no compressed body either', async () => {
  const headers = { 'content-encoding': 'gzip', 'content-type': 'text/plain', origin: house.portal };
  expect((await sendRaw(house.portal, '/login', { method: 'POST', headers, body: 'x' })).status).toBe(415);
});

test('D4 D5 what two servers could read differently is refused, and nothing behind it is run', async () => {
  const hidden = 'GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n';
  const post = (headers: string, body: string) =>
    `POST /token HTTP/1.1\r\nHost: localhost\r\n${headers}\r\n\r\n${body}`;
  const get = (headers: string) => `GET /health/live HTTP/1.1\r\nHost: localhost\r\n${headers}\r\n\r\n`;
  const attacks: readonly (readonly [name: string, status: number, text: string])[] = [
    ['length and chunks', 400, post('Content-Length: 6\r\nTransfer-Encoding: chunked', '0\r\n\r\n')],
    ['two lengths', 400, post('Content-Length: 5\r\nContent-Length: 6', 'aaaaa')],
    ['a space before the colon', 400, post('Transfer-Encoding : chunked', '0\r\n\r\n')],
    ['another last coding', 400, post('Transfer-Encoding: chunked, identity', '0\r\n\r\n')],
    ['a length with a sign', 400, post('Content-Length: +5', 'aaaaa')],
    ['a broken chunk', 400, post('Transfer-Encoding: chunked', 'zz\r\n\r\n')],
    ['bare line feeds', 400, 'GET /health/live HTTP/1.1\nHost: localhost\n\n'],
    ['a folded header', 400, get('X-A: b\r\n c')],
    ['no host', 400, 'GET /health/live HTTP/1.1\r\n\r\n'],
    ['two hosts', 400, get('Host: evil.example')],
    ['an echo', 405, 'TRACE /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n'],
    ['a large header', 431, get(`X-A: ${'a'.repeat(20_000)}`)],
    ['many headers', 431, get(Array.from({ length: 150 }, (_, index) => `X-${index}: a`).join('\r\n'))],
  ];
  for (const [name, status, text] of attacks) {
    const { answer, isClosed } = await talk(`${text}${hidden}`);
    expect(answer.split(' ')[1], name).toBe(String(status));
    expect(answer.split('HTTP/1.1 '), name).toHaveLength(2);
    expect(isClosed, name).toBe(true);
  }
});

test('D6 no pattern chokes on fifty thousand letters', async () => {
  const long = 'a'.repeat(50_000);
  const register = await machine(house).token({ scope: 'altinn:authentication/systemregister.write' });
  const ask = await machine(house).token({ scope: 'altinn:authentication/systemuser.request.write' });
  const bodies: readonly (readonly [path: string, token: string, body: unknown])[] = [
    `${long}!`,
    `https://${long}`,
    `${long}@a`,
  ].flatMap(
    (text) =>
      [
        [
          'systemregister/vendor',
          register,
          { id: text, vendor: { ID: text }, allowedRedirectUrls: [text], clientId: [text] },
        ],
        [
          'systemuser/request/vendor',
          ask,
          { systemId: text, partyOrgNo: '314400402', externalRef: text, redirectUrl: text },
        ],
        [
          'systemuser/request/vendor',
          ask,
          { systemId: 'a', partyOrgNo: text, rights: [{ resource: [{ id: text, value: text }] }] },
        ],
      ] as const,
  );
  for (const [path, token, body] of bodies) {
    for (const [name, value] of Object.entries(body as Record<string, unknown>)) {
      const shortest = await shortestOfThree(async () => {
        const answer = await fetch(`${house.portal}/authentication/api/v1/${path}`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: JSON.stringify({ [name]: value }),
        });
        expect([400, 413], name).toContain(answer.status);
      });
      expect(shortest, name).toBeLessThan(LONG_TEXT_MAX_MS);
    }
  }
  const shortest = await shortestOfThree(async () => {
    const answer = await machine(house).grant(await machine(house).sign({ scope: 'a'.repeat(9_000) }));
    expect(answer.status).toBe(400);
  });
  expect(shortest).toBeLessThan(LONG_TEXT_MAX_MS);
});

test('D14 F4 a lock held from outside is 503 with a time to come back, and reading goes on', async () => {
  const id = (await askForSystemUser(house)).id;
  const token = await machine(house).token({ scope: 'altinn:authentication/systemuser.request.write' });
  const outsider = openDatabase(String(settings.DATABASE_URL));
  const release = await holdLock(outsider.db, id);
  const startedAt = performance.now();
  const address = `${house.portal}/authentication/api/v1/systemuser/request/vendor/${id}`;
  const headers = { authorization: `Bearer ${token}` };
  const refused = await Promise.all([0, 1, 2].map(() => fetch(address, { method: 'DELETE', headers })));
  for (const answer of refused) {
    expect(answer.status).toBe(503);
    expect(Number(answer.headers.get('retry-after'))).toBeLessThanOrEqual(6);
  }
  expect(performance.now() - startedAt).toBeLessThan(6_000);
  expect((await sendRaw(house.portal, '/jwk')).status).toBe(200);
  expect((await sendRaw(house.portal, '/help')).status).toBe(200);
  await release();
  await outsider.close();
  expect(await readRequest(house, id)).toMatchObject({ status: 'New' });
});

test('F1 F2 a killed process has lost nothing that it answered, and spent grants stay spent', async () => {
  const vendor = machine(house);
  const grants = await Promise.all(Array.from({ length: 40 }, () => vendor.sign({ scope: SCOPE })));
  const asked: string[] = [];
  const granted: string[] = [];
  const load = Promise.allSettled([
    ...grants.map(async (grant) => (await vendor.grant(grant)).ok && granted.push(grant)),
    ...Array.from({ length: 10 }, async () => asked.push((await askForSystemUser(house)).id)),
  ]);
  await expect.poll(() => granted.length, { intervals: [1] }).toBeGreaterThan(5);
  const killed = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await Promise.all([killed, load]);
  const startedAt = performance.now();
  await open();
  expect(performance.now() - startedAt).toBeLessThan(15_000);

  for (const grant of granted) {
    const answer = await vendor.grant(grant);
    expect(answer.status).toBe(400);
    expect((await answer.json()).error_uri).toContain('MP-012');
  }
  const copy = openDatabase(String(settings.DATABASE_URL));
  expect(await findViolations(copy.db)).toEqual([]);
  await copy.close();
  for (const id of asked) expect(await readRequest(house, id)).toMatchObject({ status: 'New' });
});

test('D3 slow connections are ended within twenty seconds, and kept nobody waiting', async () => {
  for (const lived of await Promise.all(slow)) expect(lived).toBeLessThan(SLOW_MAX_MS);
});

test('E1 E2 the log names no person, key, token or cookie, and each of its own lines is one object', async () => {
  await machine(house).grant(await machine(house).sign({ scope: SCOPE }, { kid: 'k\n{"level":50}\u001b[31m' }));
  await machine(house).grant(await machine(house).sign({ scope: `${SCOPE} x:y`, pid: PERSON.pia, jti: randomUUID() }));
  await sendRaw(house.portal, '/api/auth/callback/test', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: house.portal },
    body: `personNo=${PERSON.pia}&csrfToken=x`,
  });
  expect(said).not.toMatch(/(?<![0-9a-f])[0-9]{11}(?![0-9a-f])/);
  for (const secret of ['eyJ', 'BEGIN ', '__Host-', '\u001b']) expect(said).not.toContain(secret);
  for (const line of said.split('\n').filter((each) => each.startsWith('{')))
    expect(() => JSON.parse(line)).not.toThrow();
});

test('E13 E14 the database holds neither a private key nor a person’s number', async () => {
  const text = await everythingIn(String(settings.DATABASE_URL));
  for (const secret of ['PRIVATE KEY', '"d":"', '"qi":"', ...Object.values(PERSON)]) expect(text).not.toContain(secret);
});

async function open(): Promise<void> {
  child = await start(settings);
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk));
}

/** Holds what a change of a request needs: on SQLite the one write lock. @returns what lets it go */
async function holdLock(db: Db, id: string): Promise<() => Promise<void>> {
  const { systemUserRequests } = db.tables;
  const held = Promise.withResolvers<void>();
  const over = Promise.withResolvers<void>();
  const transaction = db.transaction(async (tx) => {
    await tx.locked(tx.select().from(systemUserRequests).where(eq(systemUserRequests.id, id)));
    held.resolve();
    await over.promise;
  });
  await Promise.race([held.promise, transaction]);
  return () => {
    over.resolve();
    return transaction;
  };
}

/** The bytes of a database file, what was deleted or is only in the log included; of PostgreSQL, what its tables hold. */
async function everythingIn(databaseUrl: string): Promise<string> {
  const [, file] = /^file:(.+)/.exec(databaseUrl) ?? [];
  if (file) return Buffer.concat([readFileSync(file), readFileSync(`${file}-wal`)]).toString('latin1');
  const { db, close } = openDatabase(databaseUrl);
  const rows = [];
  for (const table of Object.values(db.tables)) rows.push(...(await db.select().from(table)));
  await close();
  return rows
    .flatMap((row) => Object.values(row).map((value) => (typeof value === 'string' ? value : JSON.stringify(value))))
    .join('\n');
}

/** The most that the server has held in memory so far, in kB. */
function peakMemory(): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]);
}

function dial(): Socket {
  return connect(Number(new URL(house.portal).port), '127.0.0.1').on('error', () => {});
}

/** Sends a request and keeps the connection until the other side ends it, or two seconds have passed. */
function talk(text: string): Promise<{ readonly answer: string; readonly isClosed: boolean }> {
  const socket = dial();
  let answer = '';
  socket.on('data', (chunk) => (answer += chunk)).write(text, 'latin1');
  return new Promise((resolve) => {
    socket.setTimeout(2_000, () => resolve({ answer, isClosed: false }));
    socket.on('close', () => resolve({ answer, isClosed: true }));
  });
}

/** Sends eighty megabytes, or what is taken of them. @returns the status line, and how many bytes left us */
function bomb(path: string, framing: string): Promise<{ readonly answer: string; readonly sent: number }> {
  const socket = dial();
  const isChunked = framing.startsWith('Transfer');
  const piece = Buffer.alloc(0x10000, 'a');
  socket.write(`POST ${path} HTTP/1.1\r\nHost: localhost\r\nOrigin: ${house.portal}\r\n${framing}\r\n\r\n`);
  let sent = 0;
  const pump = () => {
    while (sent < BOMB_BYTES && !socket.destroyed) {
      sent += piece.length;
      const isTaken = socket.write(
        isChunked ? Buffer.concat([Buffer.from('10000\r\n'), piece, Buffer.from('\r\n')]) : piece,
      );
      if (!isTaken) {
        socket.once('drain', pump);
        return;
      }
    }
    if (isChunked) socket.write('0\r\n\r\n');
  };
  pump();
  let answer = '';
  socket.on('data', (chunk) => (answer += chunk));
  return new Promise((resolve) =>
    socket.on('close', () => resolve({ answer: answer.split('\r\n', 1)[0] ?? '', sent })),
  );
}

/** Sends a header, or a body, a byte a second. @returns how long that was borne, in milliseconds */
function dawdle(index: number): Promise<number> {
  const startedAt = performance.now();
  const socket = dial();
  const isHeader = index % 2 === 0;
  socket.write(`POST ${index % 3 === 0 ? '/token' : '/login'} HTTP/1.1\r\nHost: localhost\r\n`);
  if (!isHeader) socket.write(`Origin: ${house.portal}\r\nContent-Length: 5000\r\n\r\n`);
  const drip = setInterval(() => socket.write(isHeader ? 'X-A: a\r\n' : 'a'), 1_000);
  return new Promise((resolve) => {
    socket.on('close', () => {
      clearInterval(drip);
      resolve(performance.now() - startedAt);
    });
  });
}
