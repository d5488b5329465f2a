// Questions to a large register and to a small one, and against tokens, in one run.
import { openDatabase } from '#db/open.ts';
import { seedSandbox } from '#db/seed/sandbox.ts';
import { bareCrypto } from './bare-crypto.ts';
import { type BenchClient, makeRequests, newClients, storeClients, tokenRequest } from './clients.ts';
import { median, printTable, ratio, runLoad, startPortal, type Target } from './processes.ts';
import { fillRegister, LARGE, type RegisterSize, SMALL } from './register.ts';

const WARM_UPS = 3;
/** Many short rounds: what else the machine does comes and goes within seconds. */
const ROUNDS = 9;
const SECONDS = 2;
const CONNECTIONS = 16;
/** How many grants are signed for a round, of what bare crypto could answer in it: signing takes longer than the round. */
const SHARE = 0.8;
const QUESTIONS = 2000;
const GROWTH_MAX = 1.3;

/** What is asked about a system user, and who asks. */
export type Question = {
  /** One word, for the lines that are printed. */
  readonly name: string;
  /** The organisation code and scope of the token. */
  readonly asker: { readonly org: string; readonly scope: string };
  /** The request about system user number `index` of a register of that size. */
  readonly ask: (authorization: string, index: number, size: RegisterSize) => Buffer;
  /** What every right answer holds. */
  readonly expected: string;
};

/** Prints the rates and the two ratios that matter; throws when answers grow slower with the register than allowed. */
export async function benchOnTwoRegisters(databaseUrl: string, question: Question): Promise<void> {
  const clients = await newClients();
  const smallUrl = databaseUrl.replace('.sqlite', '-small.sqlite');
  await prepare(databaseUrl, clients, LARGE);
  await prepare(smallUrl, clients, SMALL);
  const large = await startPortal(databaseUrl);
  const small = await startPortal(smallUrl);
  const rates: Record<string, number[]> = { large: [], small: [], token: [] };
  const rows: string[][] = [];
  try {
    const onLarge = await requestsFor(large, LARGE, question);
    const onSmall = await requestsFor(small, SMALL, question);
    const tokensMax = SECONDS * (await bareCrypto(CONNECTIONS, 1)) * SHARE;
    for (let round = 1 - WARM_UPS; round <= ROUNDS; round += 1) {
      const tokens = await makeRequests(tokensMax, clients, (client) => tokenRequest(large, client));
      const turns = [
        ['large', large, onLarge],
        ['small', small, onSmall],
        ['token', large, tokens],
      ] as const;
      for (const turn of turns.keys()) {
        // Each goes first in its turn, for what has just been done leaves its marks.
        const [name, target, requests] = turns[(round + WARM_UPS + turn) % turns.length] ?? turns[0];
        const result = await runLoad({
          port: target.port,
          connections: CONNECTIONS,
          seconds: SECONDS,
          requests,
          repeat: name !== 'token',
          expectedStatus: 200,
          expectedText: name === 'token' ? '"access_token"' : question.expected,
        });
        if (result.failed > 0) throw new Error(`void: ${name}: ${result.firstFailure}`);
        if (name === 'token' && result.ok >= tokens.length) throw new Error('void: tokens used up their grants');
        if (round < 1) continue;
        rates[name]?.push(result.perSecond);
        rows.push([String(round), name, ...[result.perSecond, result.p50, result.p99].map((n) => n.toFixed(1))]);
      }
    }
  } finally {
    large.stop();
    small.stop();
  }
  printTable(['round', 'what', 'per s', 'p50 ms', 'p99 ms'], rows);
  const growth = median(rates.small) / median(rates.large);
  const faster = rates.large?.map((rate, round) => rate / (rates.token?.[round] ?? 0)).sort((a, b) => a - b) ?? [];
  const range = [faster.at(0), faster.at(-1)].map((value) => value?.toFixed(2)).join(' – ');
  console.log(
    `\nrate, ${question.name} to tokens: ${ratio(median(rates.large), median(rates.token))} (rounds ${range})`,
  );
  console.log(`time per ${question.name}, 100,000 system users to 1,000: ${growth.toFixed(2)}`);
  if (growth > GROWTH_MAX)
    throw new Error(`a ${question.name} costs more than ${GROWTH_MAX} times as much on the large register`);
}

async function prepare(url: string, clients: readonly BenchClient[], size: RegisterSize): Promise<void> {
  await storeClients(url, clients);
  const database = openDatabase(url);
  await seedSandbox(database.db);
  await database.close();
  await fillRegister(url, size);
}

/** Requests about system users all over the register. */
async function requestsFor(target: Target, size: RegisterSize, question: Question): Promise<Buffer[]> {
  const authorization = `Bearer ${await tokenOf(target, question.asker)}`;
  return Array.from({ length: QUESTIONS }, (_, n) =>
    question.ask(authorization, Math.floor((n * size.systemUsers) / QUESTIONS), size),
  );
}

async function tokenOf(target: Target, asker: Question['asker']): Promise<string> {
  const query = new URLSearchParams({ env: 'sandbox', org: asker.org, scopes: asker.scope, ttl: '3600' });
  const headers = { authorization: `Basic ${btoa('sandbox:sandbox')}` };
  const answer = await fetch(`${target.origin}/api/GetEnterpriseToken?${query}`, { headers });
  if (!answer.ok) throw new Error(`no token for ${asker.org}: ${answer.status}`);
  return answer.text();
}
