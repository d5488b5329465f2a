import { join } from 'node:path';

/** Where the generated migrations of an engine lie, from the folder the process runs in. */
export function migrationsFolder(engine: 'sqlite' | 'postgresql'): string {
  return join(process.cwd(), 'db', 'migrations', engine);
}
