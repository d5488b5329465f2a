// `npm run bench -- pages`: the page where a request is answered and two long lists, on a large register, against an empty
// page of Next.
import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import Sqlite from 'better-sqlite3';
import { openDatabase } from '#db/open.ts';
import { seedSandbox } from '#db/seed/sandbox.ts';
import { PERSON } from '#db/seed/story.ts';
import { httpRequest } from './load.ts';
import { median, printTable, runLoad, startEmptyPage, startPortal, type Target } from './processes.ts';
import { fillRegister, LARGE } from './register.ts';

const ROUNDS = 3;
const SECONDS = 8;
const EMPTY_PAGE = 'data/bench/empty-page';
const SCRIPTS_MAX_KB = 200;

/** What is read, by whom, what it shows, and how long it may take. */
type PageUnderTest = {
  readonly name: string;
  readonly person: string;
  readonly path: string;
  readonly expectedText: string;
  readonly p95MaxMs: number;
};

/** Prints times and ratios; throws when a page is slower, or its scripts larger, than they may be. */
export async function benchPages(databaseUrl: string): Promise<void> {
  cpSync('bench/empty-page', EMPTY_PAGE, { recursive: true });
  const built = spawnSync('next', ['build', EMPTY_PAGE], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (built.status !== 0) throw new Error('the empty page was not built');
  const database = openDatabase(databaseUrl);
  await database.migrate();
  await seedSandbox(database.db);
  await database.close();
  await fillRegister(databaseUrl, LARGE);

  const letter = `/requests/${waitingRequest(databaseUrl)}`;
  const pages: readonly PageUnderTest[] = [
    { name: 'letter', person: PERSON.pia, path: letter, expectedText: 'name="digest"', p95MaxMs: 80 },
    { name: 'customers', person: PERSON.kvikk, path: '/vendor/system-users', expectedText: 'after=', p95MaxMs: 300 },
    { name: 'own', person: PERSON.stillferdig, path: '/system-users', expectedText: 'after=', p95MaxMs: 300 },
  ];
  const portal = await startPortal(databaseUrl);
  const empty = await startEmptyPage(EMPTY_PAGE);
  try {
    const targets: Turn[] = [
      { name: 'empty', target: empty, request: httpRequest('GET', '/'), expectedText: '<h1>Empty</h1>' },
    ];
    for (const { name, person, path, expectedText } of pages) {
      const headers = { Host: new URL(portal.origin).host, Cookie: await signIn(portal, person) };
      targets.push({ name, target: portal, request: httpRequest('GET', path, headers), expectedText });
    }
    const times = await readInTurns(targets);
    for (const { name, p95MaxMs } of pages) {
      const p95 = median(times[name]?.p95);
      const [p50Ratio, p95Ratio] = [
        median(times[name]?.p50) / median(times.empty?.p50),
        p95 / median(times.empty?.p95),
      ];
      console.log(`time, ${name} to an empty page: p50 ${p50Ratio.toFixed(2)}, p95 ${p95Ratio.toFixed(2)}`);
      if (p95 > p95MaxMs) throw new Error(`p95 of ${name} is above ${p95MaxMs} ms`);
    }
    const cookie = await signIn(portal, PERSON.pia);
    const [letterScripts, emptyScripts] = [await scriptsOf(portal, letter, cookie), await scriptsOf(empty, '/', '')];
    console.log(`scripts, gzip: ${letterScripts.toFixed(0)} KB, of an empty page ${emptyScripts.toFixed(0)} KB`);
    if (letterScripts > SCRIPTS_MAX_KB) throw new Error(`the scripts are larger than ${SCRIPTS_MAX_KB} KB`);
  } finally {
    portal.stop();
    empty.stop();
  }
}

type Turn = {
  readonly name: string;
  readonly target: Target;
  readonly request: Buffer;
  readonly expectedText: string;
};
type Times = { readonly p50: number[]; readonly p95: number[] };

/** Reads the pages one after another, some rounds, and prints each; the first round warms up. */
async function readInTurns(turns: readonly Turn[]): Promise<Readonly<Record<string, Times>>> {
  const times: Record<string, Times> = Object.fromEntries(turns.map(({ name }) => [name, { p50: [], p95: [] }]));
  const rows: string[][] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const { name, target, request, expectedText } of turns) {
      const result = await runLoad({
        port: target.port,
        connections: 1,
        seconds: SECONDS,
        requests: [request],
        repeat: true,
        expectedStatus: 200,
        expectedText,
      });
      if (result.failed > 0) throw new Error(`void: ${name}: ${result.firstFailure}`);
      if (round === 0) continue;
      times[name]?.p50.push(result.p50);
      times[name]?.p95.push(result.p95);
      rows.push([String(round), name, ...[result.p50, result.p95, result.p99].map((n) => n.toFixed(1))]);
    }
  }
  printTable(['round', 'page', 'p50 ms', 'p95 ms', 'p99 ms'], rows);
  return times;
}

/** The newest request of the seed that waits for the customer's answer. */
function waitingRequest(databaseUrl: string): string {
  const database = new Sqlite(databaseUrl.replace(/^file:/, ''), { readonly: true });
  const id = database.prepare("select id from system_user_requests where external_ref = 'elverum'").pluck().get();
  database.close();
  return String(id);
}

/** Signs a person in at the test identity provider. */
async function signIn({ origin }: Target, personNo: string): Promise<string> {
  const csrf = await fetch(`${origin}/api/auth/csrf`);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const answer = await fetch(`${origin}/api/auth/callback/test`, {
    method: 'POST',
    headers: { cookie: cookiesOf(csrf), origin },
    body: new URLSearchParams({ personNo, csrfToken }),
    redirect: 'manual',
  });
  return cookiesOf(answer);
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** The scripts that a browser of today fetches for a page, compressed, in KB. */
async function scriptsOf({ origin }: Target, path: string, cookie: string): Promise<number> {
  const html = await (await fetch(origin + path, { headers: { cookie } })).text();
  const tags = (html.match(/<script[^>]* src="[^>]*>/g) ?? []).filter((tag) => !/nomodule/i.test(tag));
  const sources = new Set(tags.map((tag) => tag.match(/ src="([^"]+)"/)?.[1]));
  let bytes = 0;
  for (const source of sources) {
    const script = await fetch(origin + source);
    if (!script.ok) throw new Error(`void: no script at ${source}`);
    bytes += gzipSync(Buffer.from(await script.arrayBuffer())).byteLength;
  }
  return bytes / 1000;
}
