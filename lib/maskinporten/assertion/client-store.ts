import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import { prepared } from '#db/prepared.ts';

/** A client as the token endpoint sees it, with the key that the grant names when it has one of that name. */
export type ClientWithKey = NonNullable<Awaited<ReturnType<typeof findClientWithKey>>>;

const clientWithKey = prepared('token_client_with_key', (db) => {
  const { clients, clientKeys } = db.tables;
  return db
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
    .limit(1);
});

/** Finds a client, and beside it its key of that name; another client's key of the same name is never seen. */
export async function findClientWithKey(db: Db, clientId: string, kid: string) {
  const [row] = await clientWithKey(db, { clientId, kid });
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
