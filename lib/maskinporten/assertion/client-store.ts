import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '#db/open.ts';

/** A client as the token endpoint sees it, with the key that the grant names when it has one of that name. */
export type ClientWithKey = NonNullable<Awaited<ReturnType<typeof findClientWithKey>>>;

/** Hot reads are prepared once per database: building the SQL anew costs more than running it. */
const prepared = new WeakMap<Db, ReturnType<typeof prepare>>();

function statements(db: Db) {
  let known = prepared.get(db);
  if (!known) {
    known = prepare(db);
    prepared.set(db, known);
  }
  return known;
}

function prepare(db: Db) {
  const { clients, clientKeys } = db.tables;
  const clientWithKey = db
    .select({
      clientId: clients.clientId,
      orgNo: clients.orgNo,
      active: clients.active,
      integrationType: clients.integrationType,
      scopes: clients.scopes,
      accessTokenLifetime: clients.accessTokenLifetime,
      version: clients.version,
      key: {
        kid: clientKeys.kid,
        jwk: clientKeys.jwk,
        thumbprint: clientKeys.thumbprint,
        expiresAt: clientKeys.expiresAt,
      },
    })
    .from(clients)
    .leftJoin(clientKeys, and(eq(clientKeys.clientId, clients.clientId), eq(clientKeys.kid, sql.placeholder('kid'))))
    .where(eq(clients.clientId, sql.placeholder('clientId')))
    .limit(1)
    .prepare('token_client_with_key');
  return { clientWithKey };
}

/** Finds a client, and beside it its key of that name; another client's key of the same name is never seen. */
export async function findClientWithKey(db: Db, clientId: string, kid: string) {
  const [row] = await statements(db).clientWithKey.execute({ clientId, kid });
  return row;
}

/** Whether any key, current or expired, is registered on the client. */
export async function hasRegisteredKeys(db: Db, clientId: string): Promise<boolean> {
  const { clientKeys } = db.tables;
  const rows = await db
    .select({ kid: clientKeys.kid })
    .from(clientKeys)
    .where(eq(clientKeys.clientId, clientId))
    .limit(1);
  return rows.length > 0;
}
