import type Sqlite from 'better-sqlite3';

/** Writes a whole copy of one instant to a new file, while others go on writing to the database. */
export function copySqlite(connection: Sqlite.Database, target: string): void {
  connection.prepare('vacuum into ?').run(target);
}
