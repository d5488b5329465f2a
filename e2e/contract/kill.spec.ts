import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { findViolations } from '#db/find-violations.ts';
import { openDatabase } from '#db/open.ts';
import { ORG, PERSON } from '#db/seed/story.ts';
import { aSandbox, type House, start, stop } from '../house.ts';
import { type Caller, caller, generated, platform } from '../platform.ts';
import { askForSystemUser, readRequest } from '../vendor.ts';

/** Each costs a start of the server. `KILLS=200 npx playwright test kill` has patience, and says what it saw. */
const KILLS = Number(process.env.KILLS ?? 3);
const APPROVALS_PER_KILL = 6;
const KILLED_WITHIN_MS = 30;

let folder: string;
let child: ChildProcess;
let databaseUrl: string;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'systembruker-kill-'));
});

test.afterEach(async () => {
  await stop(child);
  rmSync(folder, { recursive: true, force: true });
});

test('F1 an approval is whole or has not been, whenever the process is killed, and is kept once it was answered', async () => {
  test.setTimeout(60_000 + KILLS * 10_000);
  const { house, settings } = await aSandbox(folder);
  databaseUrl = String(settings.DATABASE_URL);
  child = await start(settings);
  const starts: number[] = [];
  const outcomes = { answered: 0, doneUnanswered: 0, notDone: 0 };
  for (let kill = 0; kill < KILLS; kill += 1) {
    const { pia, addresses, ids } = await aRound(house);
    const answers = addresses.map((address) => pia('POST', address).catch(() => undefined));
    await wait(Math.random() * KILLED_WITHIN_MS);
    const killed = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    const [first] = await Promise.all([Promise.all(answers), killed]);
    const startedAt = performance.now();
    child = await start(settings);
    starts.push(performance.now() - startedAt);

    expect(await violations()).toEqual([]);
    const before = await Promise.all(ids.map((id) => readRequest(house, id)));
    for (const [index, address] of addresses.entries()) {
      const wasAnswered = first[index] !== undefined;
      if (wasAnswered) expect(first[index]).toMatchObject({ status: 200 });
      if (wasAnswered) expect(before[index]).toMatchObject({ status: 'Accepted' });
      const { status } = await pia('POST', address);
      expect(status).toBe(before[index]?.status === 'Accepted' ? 409 : 200);
      outcomes[wasAnswered ? 'answered' : status === 409 ? 'doneUnanswered' : 'notDone'] += 1;
    }
    expect(await violations()).toEqual([]);
  }
  starts.sort((a, b) => a - b);
  const report = { kills: KILLS, ...outcomes, medianStartMs: starts[Math.floor(KILLS / 2)], slowest: starts.at(-1) };
  if (process.env.KILLS) console.log(JSON.stringify(report));
});

/** Some requests to Rør og Vann AS, and where Pia approves them. */
async function aRound(house: House): Promise<{
  readonly pia: Caller;
  readonly ids: readonly string[];
  readonly addresses: readonly string[];
}> {
  const asked = await Promise.all(Array.from({ length: APPROVALS_PER_KILL }, () => askForSystemUser(house)));
  const at = await platform(house);
  const { partyId } = at.organisation(ORG.rorOgVann);
  const ids = asked.map(({ id }) => id);
  return {
    pia: caller(at, await generated(at, 'Personal', { pid: PERSON.pia })),
    ids,
    addresses: ids.map((id) => `/authentication/api/v1/systemuser/request/${partyId}/${id}/approve`),
  };
}

async function violations() {
  const { db, close } = openDatabase(databaseUrl);
  const found = await findViolations(db);
  await close();
  return found;
}
