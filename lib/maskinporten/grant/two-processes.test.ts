import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { openDatabase } from '#db/open.ts';
import { anAdministrator } from '../../testing/administration.ts';
import { TEST_NOW } from '../../testing/context.ts';
import { aClientWithKey, aGrant, aKey, anAccess, aPublicJwk, aScope } from '../../testing/maskinporten.ts';
import { ENGINES, newTestDatabaseUrl } from '../../testing/test-database.ts';
import { deleteKey } from '../client-keys/delete-keys.ts';
import { putKey } from '../client-keys/put-key.ts';

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

/** Starts processes on one database, with a client that may have tokens. */
async function processesOn(engine: 'sqlite' | 'postgresql', count: number) {
  const url = await newTestDatabaseUrl(engine);
  const database = openDatabase(url);
  const client = await aClientWithKey(database.db);
  await anAccess(database.db, await aScope(database.db), client.orgNo);
  await database.close();
  const file = new URL('../../testing/grant-process.ts', import.meta.url);
  const processes = Array.from({ length: count }, () =>
    fork(file, { env: { ...process.env, DATABASE_URL: url }, execArgv: [] }),
  );
  started.push(...processes);
  await Promise.all(processes.map((child) => once(child, 'message')));
  return { client, processes, url };
}

/** @returns 200 or the code of the refusal, for each grant in turn. */
async function outcomesOf(child: ChildProcess | undefined, grants: readonly string[]) {
  if (!child) throw new Error('There is no such process.');
  child.send(grants);
  const [outcomes] = (await once(child, 'message')) as [readonly (number | string)[]];
  return outcomes;
}

describe.each(ENGINES)('processes that share a database on %s', { timeout: 30_000 }, (engine) => {
  it('A16, A17 give one token for a grant that fifty requests bring to both at once', async () => {
    const { client, processes } = await processesOn(engine, 2);
    const grants = Array.from({ length: 5 }, () => aGrant(client));
    const each = grants.flatMap((grant) => Array.from({ length: 25 }, () => grant));
    const [one = [], two = []] = await Promise.all(processes.map((child) => outcomesOf(child, each)));
    for (const grant of grants) {
      const outcomes = [...one, ...two].filter((_, index) => each[index % each.length] === grant);
      expect(outcomes.filter((outcome) => outcome === 200)).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === 'MP-012')).toHaveLength(49);
    }
  });

  it('A29 refuse a key from the instant at which another process has removed it', async () => {
    const { client, processes, url } = await processesOn(engine, 1);
    const [process] = processes;
    const context = { now: TEST_NOW, actor: anAdministrator(client.orgNo) };
    const grants = Array.from({ length: 3 }, () => aGrant(client));
    expect(await outcomesOf(process, grants)).toEqual([200, 200, 200]);
    const database = openDatabase(url);
    const input = { clientId: client.clientId, kid: client.key.kid };
    await deleteKey({ ...context, db: database.db }, input);
    expect(await outcomesOf(process, [aGrant(client)])).toEqual(['unknown-kid']);
    await putKey({ ...context, db: database.db }, { ...input, jwk: aPublicJwk(client.key) });
    expect(await outcomesOf(process, [aGrant(client)])).toEqual([200]);
    const successor = { ...client, key: aKey(client.key.kid, 1) };
    await putKey({ ...context, db: database.db }, { ...input, jwk: aPublicJwk(successor.key) });
    expect(await outcomesOf(process, [aGrant(client), aGrant(successor)])).toEqual(['MP-124', 200]);
    await database.close();
  });

  it('A17 remember a grant whose process was killed as soon as it had answered', async () => {
    const { client, processes } = await processesOn(engine, 2);
    const [first, second] = processes;
    const grants = Array.from({ length: 10 }, () => aGrant(client));
    expect(new Set(await outcomesOf(first, grants))).toEqual(new Set([200]));
    first?.kill('SIGKILL');
    expect(new Set(await outcomesOf(second, grants))).toEqual(new Set(['MP-012']));
  });
});
