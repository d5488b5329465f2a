import Sqlite from 'better-sqlite3';

/**
 * Lets processes of one machine do something one after another: whoever holds the side file goes first, and lets go of it
 * when done or dead.
 * @param waitMs how long to wait for the others
 * @param onWait called when there is somebody to wait for
 * @returns what lets the next one in
 */
export function takeTurn(file: string, waitMs: number, onWait: () => void = () => {}): () => void {
  const gate = new Sqlite(file, { timeout: 0 });
  const enter = () => gate.exec('BEGIN EXCLUSIVE');
  try {
    enter();
  } catch (error) {
    if (!(error as { code?: string }).code?.startsWith('SQLITE_BUSY')) throw error;
    onWait();
    gate.pragma(`busy_timeout = ${waitMs}`);
    enter();
  }
  return () => gate.close();
}
