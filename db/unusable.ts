import { readMigrationFiles } from 'drizzle-orm/migrator';

/** Thrown when a database must not be served from; the message says why and what to do. */
export class UnusableDatabaseError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'UnusableDatabaseError';
  }
}

/** @returns the error for a database file that is no longer one. */
export function damaged(file: string, cause: unknown): UnusableDatabaseError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new UnusableDatabaseError(
    `The database ${file} is damaged (${reason}). Nothing is served from it: put the newest backup in its place.`,
    cause,
  );
}

/**
 * Keeps an older version of the product away from the tables of a newer one.
 * @param lastApplied creation time of the last migration in the database, `undefined` in an empty one
 * @throws UnusableDatabaseError
 */
export function assertNotNewer(lastApplied: number | undefined, migrationsFolder: string): void {
  const known = readMigrationFiles({ migrationsFolder }).map(({ folderMillis }) => folderMillis);
  if (lastApplied === undefined || lastApplied <= Math.max(...known)) return;
  throw new UnusableDatabaseError(
    'The database was migrated by a newer version of this product. Start that version, or put a backup from before in its place.',
  );
}
