import Sqlite from 'better-sqlite3';
import pg from 'pg';

/** Runs one statement behind the product's back. @returns the rows it gives, each by the names of its columns */
export async function runSql(url: string, statement: string): Promise<readonly Record<string, unknown>[]> {
  if (url.startsWith('file:')) {
    const connection = new Sqlite(url.replace('file:', ''));
    try {
      const prepared = connection.prepare<[], Record<string, unknown>>(statement);
      if (prepared.reader) return prepared.all();
      prepared.run();
      return [];
    } finally {
      connection.close();
    }
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // drizzle notes migrations in a schema of its own.
    await client.query('set search_path = public, drizzle');
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
