import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anApprovedRequest, aRequestStory } from '#lib/testing/requests.ts';
import { newTestDatabaseUrl } from '#lib/testing/test-database.ts';
import { findViolations } from './find-violations.ts';
import { openDatabase } from './open.ts';

const APPROVALS = 8;
const CUTS = 24;

/** The bytes of a database that is in use, everything in its log. */
async function aDatabaseInUse() {
  const url = await newTestDatabaseUrl('sqlite');
  const { db, close } = openDatabase(url);
  const story = await aRequestStory(db);
  for (let count = 0; count < APPROVALS; count += 1) await anApprovedRequest(story);
  const file = url.replace('file:', '');
  const bytes = { file: readFileSync(file), log: readFileSync(`${file}-wal`) };
  await close();
  return bytes;
}

/** Starts on a file and its log as a crash might have left them. @returns how many approvals are there */
async function approvalsIn(file: Buffer, log: Buffer): Promise<number> {
  const path = join(mkdtempSync(join(tmpdir(), 'torn-')), 'db.sqlite');
  writeFileSync(path, file);
  writeFileSync(`${path}-wal`, log);
  const { db, close } = openDatabase(`file:${path}`);
  expect(await findViolations(db)).toEqual([]);
  const count = await db.$count(db.tables.systemUsers);
  await close();
  return count;
}

describe('a log of an SQLite file', () => {
  it('F11 that was cut anywhere gives back every whole transaction before the cut, and nothing of the torn one', async () => {
    const { file, log } = await aDatabaseInUse();
    const found: number[] = [];
    for (let cut = 0; cut <= CUTS; cut += 1) {
      found.push(await approvalsIn(file, log.subarray(0, Math.floor((log.length * cut) / CUTS))));
    }
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect([found[0], found.at(-1)]).toEqual([0, APPROVALS]);
  });

  it('F11 that holds a wrong byte is believed up to there', async () => {
    const { file, log } = await aDatabaseInUse();
    const wrong = Buffer.from(log);
    wrong[Math.floor(log.length / 2)] = (wrong[Math.floor(log.length / 2)] ?? 0) ^ 0xff;
    const found = await approvalsIn(file, wrong);
    expect(found).toBeLessThan(APPROVALS);
  });
});
