import { parentPort, workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';

/** Pages in the log, 32 MiB, from which writers are kept waiting for some milliseconds, so that it begins anew. */
const LONG_LOG_PAGES = 8192;
const LOCK_WAIT_MS = 1000;

const connection = new Sqlite(workerData as string, { fileMustExist: true, timeout: LOCK_WAIT_MS });

parentPort?.on('message', (wish: 'checkpoint' | 'stop') => {
  if (wish === 'checkpoint') {
    const [done] = connection.pragma('wal_checkpoint(PASSIVE)') as readonly { readonly log: number }[];
    // While others go on writing, the log never ends by itself.
    if (done && done.log > LONG_LOG_PAGES) connection.pragma('wal_checkpoint(RESTART)');
    parentPort?.postMessage('done');
    return;
  }
  connection.close();
  parentPort?.close();
});
