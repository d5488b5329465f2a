// `npm run bench -- pdp`: single decisions against tokens, and a large register against a small one, in one run.
import { openDatabase } from '#db/open.ts';
import { seedSandbox } from '#db/seed/sandbox.ts';
import { bareCrypto } from './bare-crypto.ts';
import { type BenchClient, makeRequests, newClients, storeClients, tokenRequest } from './clients.ts';
import { httpRequest } from './load.ts';
import { median, printTable, ratio, runLoad, startPortal, type Target } from './processes.ts';
import { fillRegister, type RegisterSize, systemUserIdOf } from './register.ts';

const ROUNDS = 3;
const SECONDS = 4;
const CONNECTIONS = 16;
const SURPLUS = 1.3;
const QUESTIONS = 2000;
const SMALL: RegisterSize = { systems: 100, systemUsers: 1000, auditEvents: 10_000 };
const LARGE: RegisterSize = { systems: 10_000, systemUsers: 100_000, auditEvents: 1_000_000 };
const ABOUT = { customerOrgNo: '315500508', resourceId: 'ske-krav-og-betalinger', action: 'read' };
const GROWTH_MAX = 1.3;

/** Prints the rates and the two ratios that matter; throws when decisions grow slower with the register than allowed. */
export async function benchPdp(databaseUrl: string): Promise<void> {
  const clients = await newClients();
  const smallUrl = databaseUrl.replace('.sqlite', '-small.sqlite');
  await prepare(databaseUrl, clients, LARGE);
  await prepare(smallUrl, clients, SMALL);
  const large = await startPortal(databaseUrl);
  const small = await startPortal(smallUrl);
  const rates: Record<string, number[]> = { large: [], small: [], token: [] };
  const rows: string[][] = [];
  try {
    const onLarge = await questionsFor(large, LARGE);
    const onSmall = await questionsFor(small, SMALL);
    for (let round = 0; round <= ROUNDS; round += 1) {
      const tokensMax = SECONDS * (await bareCrypto(CONNECTIONS, 1)) * SURPLUS;
      const tokens = await makeRequests(tokensMax, clients, (client) => tokenRequest(large, client));
      for (const [name, target, requests] of [
        ['large', large, onLarge],
        ['small', small, onSmall],
        ['token', large, tokens],
      ] as const) {
        const result = await runLoad({
          port: target.port,
          connections: CONNECTIONS,
          seconds: SECONDS,
          requests,
          repeat: name !== 'token',
          expectedStatus: 200,
        });
        if (result.failed > 0) throw new Error(`void: ${name}: ${result.firstFailure}`);
        if (round === 0) continue;
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
  console.log(
    `\nrate, decisions to tokens:                          ${ratio(median(rates.large), median(rates.token))}`,
  );
  console.log(`time, 100,000 system users to 1,000, per decision: ${growth.toFixed(2)}`);
  if (growth > GROWTH_MAX)
    throw new Error(`a decision costs more than ${GROWTH_MAX} times as much on the large register`);
}

async function prepare(url: string, clients: readonly BenchClient[], size: RegisterSize): Promise<void> {
  await storeClients(url, clients);
  const database = openDatabase(url);
  await seedSandbox(database.db);
  await database.close();
  fillRegister(url, size, ABOUT);
}

/** Questions about system users all over the register, asked by the service owner; the first answer is looked at. */
async function questionsFor(target: Target, { systemUsers }: RegisterSize): Promise<Buffer[]> {
  const authorization = `Bearer ${await serviceOwnerToken(target)}`;
  const questions = Array.from({ length: QUESTIONS }, (_, index) =>
    question(systemUserIdOf(Math.floor((index * systemUsers) / QUESTIONS))),
  );
  const answer = await fetch(`${target.origin}/authorization/api/v1/authorize`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: questions[0] ?? '',
  });
  const said = await answer.text();
  if (!said.includes('"Permit"')) throw new Error(`void: the decision is ${answer.status} ${said}`);
  const headers = { Authorization: authorization, 'Content-Type': 'application/json' };
  return questions.map((body) => httpRequest('POST', '/authorization/api/v1/authorize', headers, body));
}

async function serviceOwnerToken(target: Target): Promise<string> {
  const query = 'env=sandbox&org=skd&scopes=altinn:authorization/authorize&ttl=3600';
  const headers = { authorization: `Basic ${btoa('sandbox:sandbox')}` };
  const answer = await fetch(`${target.origin}/api/GetEnterpriseToken?${query}`, { headers });
  if (!answer.ok) throw new Error(`no token for the service owner: ${answer.status}`);
  return answer.text();
}

function question(systemUserId: string): string {
  const category = (AttributeId: string, Value: string) => ({ AttributeId, Value });
  return JSON.stringify({
    Request: {
      AccessSubject: [{ Attribute: [category('urn:altinn:systemuser:uuid', systemUserId)] }],
      Action: [{ Attribute: [category('urn:oasis:names:tc:xacml:1.0:action:action-id', ABOUT.action)] }],
      Resource: [
        {
          Attribute: [
            category('urn:altinn:resource', ABOUT.resourceId),
            category('urn:altinn:organization:identifier-no', ABOUT.customerOrgNo),
          ],
        },
      ],
    },
  });
}
