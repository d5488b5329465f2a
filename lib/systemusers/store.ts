import type { SQL } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import type { SystemUser } from './model.ts';

/** Finds one system user by any condition on its row. */
export async function selectSystemUser(db: Db, condition: SQL | undefined): Promise<SystemUser | undefined> {
  const [row] = await db.select().from(db.tables.systemUsers).where(condition).limit(1);
  return row && toSystemUser(row);
}

/** A row as the rest of the house knows it. */
export function toSystemUser(row: Db['tables']['systemUsers']['$inferSelect']): SystemUser {
  const { liveKey: _key, createdByUuid: _uuid, suspendedAt, suspendedByName, ...others } = row;
  const { wishText, wishedAt, wishedByName, ...rest } = others;
  return {
    ...rest,
    createdByName: row.createdByName ?? undefined,
    deletedByName: row.deletedByName ?? undefined,
    deletedAt: row.deletedAt ?? undefined,
    suspension: suspendedAt === null ? undefined : { at: suspendedAt, byName: suspendedByName ?? '' },
    lastTokenAt: row.lastTokenAt ?? undefined,
    lastDecisionAt: row.lastDecisionAt ?? undefined,
    wish: wishedAt === null ? undefined : { text: wishText ?? '', at: wishedAt, byName: wishedByName ?? '' },
  };
}

/** The counter that orders the stream of system users. */
export const SEQUENCE = 'system-users';
