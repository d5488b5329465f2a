// `npm run bench -- pages`: the page where a request is answered, on a large register, against an empty page of Next.
import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import Sqlite from 'better-sqlite3';
import { openDatabase } from '#db/open.ts';
import { seedSandbox } from '#db/seed/sandbox.ts';
import { PERSON } from '#db/seed/story.ts';
import { httpRequest } from './load.ts';
import { median, printTable, ratio, runLoad, startEmptyPage, startPortal, type Target } from './processes.ts';
import { fillRegister, LARGE } from './register.ts';

const ROUNDS = 3;
const SECONDS = 8;
const EMPTY_PAGE = 'data/bench/empty-page';
const P95_MAX_MS = 80;
const SCRIPTS_MAX_KB = 200;

/** Prints times and the ratio; throws when the page is slower, or its scripts larger, than they may be. */
export async function benchPages(databaseUrl: string): Promise<void> {
  cpSync('bench/empty-page', EMPTY_PAGE, { recursive: true });
  const built = spawnSync('next', ['build', EMPTY_PAGE], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (built.status !== 0) throw new Error('the empty page was not built');
  const database = openDatabase(databaseUrl);
  await database.migrate();
  await seedSandbox(database.db);
  await database.close();
  await fillRegister(databaseUrl, LARGE);

  const portal = await startPortal(databaseUrl);
  const empty = await startEmptyPage(EMPTY_PAGE);
  const times: Record<string, { p50: number[]; p95: number[] }> = {
    letter: { p50: [], p95: [] },
    empty: { p50: [], p95: [] },
  };
  const rows: string[][] = [];
  try {
    const path = `/requests/${waitingRequest(databaseUrl)}`;
    const cookie = await signIn(portal);
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const [name, target, request, expectedText] of [
        [
          'letter',
          portal,
          httpRequest('GET', path, { Host: new URL(portal.origin).host, Cookie: cookie }),
          'name="digest"',
        ],
        ['empty', empty, httpRequest('GET', '/'), '<h1>Empty</h1>'],
      ] as const) {
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
    const p95 = median(times.letter?.p95);
    console.log(
      `\ntime, the letter to an empty page: p50 ${ratio(median(times.letter?.p50), median(times.empty?.p50))}`,
    );
    console.log(`                                   p95 ${ratio(p95, median(times.empty?.p95))}`);
    const [letterScripts, emptyScripts] = [await scriptsOf(portal, path, cookie), await scriptsOf(empty, '/', '')];
    console.log(`scripts, gzip: ${letterScripts.toFixed(0)} KB, of an empty page ${emptyScripts.toFixed(0)} KB`);
    if (p95 > P95_MAX_MS) throw new Error(`p95 is above ${P95_MAX_MS} ms`);
    if (letterScripts > SCRIPTS_MAX_KB) throw new Error(`the scripts are larger than ${SCRIPTS_MAX_KB} KB`);
  } finally {
    portal.stop();
    empty.stop();
  }
}

/** The newest request of the seed that waits for the customer's answer. */
function waitingRequest(databaseUrl: string): string {
  const database = new Sqlite(databaseUrl.replace(/^file:/, ''), { readonly: true });
  const id = database.prepare("select id from system_user_requests where external_ref = 'elverum'").pluck().get();
  database.close();
  return String(id);
}

/** Signs Pia in at the test identity provider. */
async function signIn({ origin }: Target): Promise<string> {
  const csrf = await fetch(`${origin}/api/auth/csrf`);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const answer = await fetch(`${origin}/api/auth/callback/test`, {
    method: 'POST',
    headers: { cookie: cookiesOf(csrf), origin },
    body: new URLSearchParams({ personNo: PERSON.pia, csrfToken }),
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
