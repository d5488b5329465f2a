// Plain JavaScript: reading TypeScript would take a thread ten MiB more.
import { parentPort, workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';

/** Pages in the log, 32 MiB, from which writers are kept waiting for some milliseconds, so that it begins anew. */
const LONG_LOG_PAGES = 8192;
const LOCK_WAIT_MS = 1000;

const connection = new Sqlite(workerData, { fileMustExist: true, timeout: LOCK_WAIT_MS });

parentPort.on('message', (wish) => {
  if (wish === 'checkpoint') {
    const [done] = connection.pragma('wal_checkpoint(PASSIVE)');
    // While others go on writing, the log never ends by itself.
    if (done.log > LONG_LOG_PAGES) connection.pragma('wal_checkpoint(RESTART)');
    parentPort.postMessage('done');
    return;
  }
  connection.close();
  parentPort.close();
});
