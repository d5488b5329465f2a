const UNIQUE_VIOLATIONS = new Set(['23505', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY']);
/** Begin like this: locked, disk full or unreadable; connection, resources, shutdown, lock and statement time, read-only. */
const UNAVAILABLE = /^(SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN)|08|53|57P|57014$|55P03$|40(001|P01)$|25006$)/;
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
/** What the PostgreSQL driver says without a code. */
const CONNECTION_LOST =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether a unique index said no; drizzle wraps the driver's error, whose code is on `cause`. */
export function isUniqueViolation(error: unknown): boolean {
  return UNIQUE_VIOLATIONS.has(driverCode(error) ?? '');
}

/** Whether the database cannot be reached or written right now, so that the caller should try again. */
export function isUnavailable(error: unknown): boolean {
  const code = driverCode(error);
  if (code !== undefined) return UNAVAILABLE.test(code) || UNREACHABLE.has(code);
  return causesOf(error).some(({ message }) => CONNECTION_LOST.test(message ?? ''));
}

/** Whether there is no room left to write; SQLite's index of the log is the first to miss it. */
export function isFull(error: unknown): boolean {
  return ['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE', '53100'].includes(driverCode(error) ?? '');
}

/** Whether a text holds a NUL, which PostgreSQL neither stores nor looks for; on SQLite such a text is just not found. */
export function isUnstorable(error: unknown): boolean {
  return ['22021', '22P05'].includes(driverCode(error) ?? '');
}

function driverCode(error: unknown): string | undefined {
  return causesOf(error).find(({ code }) => typeof code === 'string')?.code;
}

function causesOf(error: unknown): readonly { readonly code?: string; readonly message?: string }[] {
  const causes: Error[] = [];
  for (let current = error; current instanceof Error; current = current.cause) causes.push(current);
  return causes;
}
