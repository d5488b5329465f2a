import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';
import { describe, expect, it, vi } from 'vitest';
import { newTestDatabaseUrl } from '#lib/testing/test-database.ts';
import { checkpointer } from './checkpointer.ts';
import { openDatabase } from './open.ts';

/** More than a page. */
const VALUE = 'x'.repeat(8000);
const MANY = 4000;

describe('the log of an SQLite file', () => {
  it('is moved into the file while others write, and nothing is lost', async () => {
    const url = await newTestDatabaseUrl('sqlite');
    const file = url.replace('file:', '');
    const { db, close } = openDatabase(url);
    const before = statSync(file).size;
    let commits = 0;
    const commit = async () => {
      commits += 1;
      await db.quickTransaction((tx) => tx.insert(tx.tables.settings).values({ name: `row ${commits}`, value: VALUE }));
      expect(statSync(file).size).toBeGreaterThan(before + 100 * VALUE.length);
    };
    await vi.waitFor(commit, { timeout: 20_000, interval: 1 });
    await close();
    const later = openDatabase(url);
    expect(await later.db.$count(later.db.tables.settings)).toBe(commits);
    await later.close();
  });

  it('begins anew when it has become long, though somebody writes all the time', async () => {
    const file = (await newTestDatabaseUrl('sqlite')).replace('file:', '');
    const before = statSync(file).size;
    const writer = new Sqlite(file);
    writer.pragma('wal_autocheckpoint = 0');
    const insert = writer.prepare('insert into settings (name, value) values (?, ?)');
    for (let count = 0; count < MANY; count += 1) insert.run(`row ${count}`, VALUE);

    const thread = new Worker('./db/checkpoint-thread.mjs', { workerData: file });
    const done = new Promise((resolve) => thread.once('message', resolve));
    writer.exec('begin immediate');
    insert.run('committed after the first look at the log', VALUE);
    thread.postMessage('checkpoint');
    await vi.waitFor(() => expect(statSync(file).size).toBeGreaterThan(before + MANY * VALUE.length));
    writer.exec('commit');
    await done;
    insert.run('in a new log', VALUE);
    expect(writer.pragma('wal_checkpoint(PASSIVE)')).toMatchObject([{ log: expect.toSatisfy((pages) => pages < 10) }]);

    thread.postMessage('stop');
    await new Promise((resolve) => thread.once('exit', resolve));
    expect(writer.prepare('select count(*) from settings').pluck().get()).toBe(MANY + 2);
    writer.close();
  });

  it('is left to whoever writes when the thread has ended by itself', async () => {
    const fail = vi.fn();
    const log = checkpointer('/nowhere/to-be-found.sqlite', fail);
    const write = () => {
      for (let count = 0; count < MANY; count += 1) log.noteCommit();
    };
    write();
    await vi.waitFor(() => expect(fail).toHaveBeenCalledOnce());
    write();
    await log.stop();
    expect(fail).toHaveBeenCalledOnce();
  });
});
