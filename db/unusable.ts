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

/** A migration as the database remembers it. */
export type AppliedMigration = {
  /** SHA-256 of its text, in hexadecimal. */
  readonly hash: string;
  /** When it was generated, in milliseconds. */
  readonly createdAt: number;
};

/**
 * Keeps the product away from tables that its own migrations do not lead from: those of a newer version, and those of
 * a draft of the schema that was never released.
 * @param name of the database, for the person who has to move it
 * @throws UnusableDatabaseError
 */
export function assertKnownMigrations(
  applied: readonly AppliedMigration[],
  migrationsFolder: string,
  name: string,
): void {
  const known = readMigrationFiles({ migrationsFolder });
  const newest = Math.max(...known.map(({ folderMillis }) => folderMillis));
  if (applied.some(({ createdAt }) => createdAt > newest)) {
    throw new UnusableDatabaseError(
      'The database was migrated by a newer version of this product. Start that version, or put a backup from before in its place.',
    );
  }
  if (applied.every(({ hash }) => known.some((migration) => migration.hash === hash))) return;
  throw new UnusableDatabaseError(
    `The database ${name} was made by an earlier version of this product that was never released. Move it away and start again: the sandbox fills a new one with its people and systems.`,
  );
}
