import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** At full load half a second, and some eight MiB of log. */
const COMMITS_BETWEEN = 256;
/** The thread runs two statements. */
const LIMITS = { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 1 };

/** Keeps the log of an SQLite file short. */
export type Checkpointer = {
  /** Says that something has been committed. */
  readonly noteCommit: () => void;
  /** Ends the thread, so that whoever closes the file is the last. */
  readonly stop: () => Promise<void>;
};

/**
 * Moves what has been committed from the log into the file now and then. It waits for the disk, tens of milliseconds at a
 * time, so it does that in a thread of its own, which begins with the first round: who writes seldom has none.
 * @param fail runs when the thread has ended by itself; the log is then left to whoever writes
 * @see https://sqlite.org/wal.html, “Checkpointing”
 */
export function checkpointer(file: string, fail: () => void): Checkpointer {
  let thread: Worker | undefined;
  let hasFailed = false;
  let isAtIt = false;
  let commits = 0;
  const begin = (): Worker => {
    // From the folder the process runs in: the server is packed, and finds no file beside itself.
    const program = join(process.cwd(), 'db', 'checkpoint-thread.mjs');
    const begun = new Worker(program, { workerData: file, resourceLimits: LIMITS });
    begun.unref();
    begun.on('message', () => {
      isAtIt = false;
    });
    begun.once('error', () => {
      hasFailed = true;
      fail();
    });
    return begun;
  };
  return {
    noteCommit: () => {
      commits += 1;
      if (commits < COMMITS_BETWEEN || isAtIt || hasFailed) return;
      commits = 0;
      isAtIt = true;
      thread ??= begin();
      thread.postMessage('checkpoint');
    },
    stop: async () => {
      if (!thread || hasFailed) return;
      const ended = new Promise((resolve) => thread?.once('exit', resolve));
      thread.ref();
      thread.postMessage('stop');
      await ended;
    },
  };
}
