import { and, asc, eq, inArray, type SQL } from 'drizzle-orm';
import type { Db } from '#db/open.ts';
import type { Context } from '../context/context.ts';
import { assertPowerAt, type PartyKey } from '../parties/assert-power-at.ts';
import type { SystemUser, SystemUserType } from './model.ts';
import { toSystemUser } from './store.ts';

/** A system user with the packages it holds, or for an agent works with. */
export type ListedSystemUser = SystemUser & { readonly packages: readonly string[] };

/**
 * Lists an organisation's live system users of one type, oldest first. Standard ones take read access to access
 * management, agents the overview.
 * @throws BareError 401, 403
 */
export async function listSystemUsers(
  context: Context,
  input: { readonly party: PartyKey; readonly userType: SystemUserType },
): Promise<readonly ListedSystemUser[]> {
  const power = input.userType === 'agent' ? 'system-user-overview.read' : 'access-management.read';
  const { organisation } = await assertPowerAt(context, input.party, power);
  return listSystemUsersAt(context.db, organisation.orgNo, input.userType);
}

/** Lists an organisation's live system users of one type, oldest first; trusts its caller. */
export async function listSystemUsersAt(
  db: Db,
  partyOrgNo: string,
  userType: SystemUserType,
): Promise<readonly ListedSystemUser[]> {
  const { systemUsers } = db.tables;
  return selectListed(
    db,
    and(eq(systemUsers.partyOrgNo, partyOrgNo), eq(systemUsers.userType, userType), eq(systemUsers.isDeleted, false)),
  );
}

async function selectListed(db: Db, condition: SQL | undefined): Promise<readonly ListedSystemUser[]> {
  const { systemUsers, systemUserPackages } = db.tables;
  const rows = await db
    .select()
    .from(systemUsers)
    .where(condition)
    .orderBy(asc(systemUsers.createdAt), asc(systemUsers.id));
  if (rows.length === 0) return [];
  const packages = await db
    .select()
    .from(systemUserPackages)
    .where(
      inArray(systemUserPackages.systemUserId, db.select({ id: systemUsers.id }).from(systemUsers).where(condition)),
    )
    .orderBy(asc(systemUserPackages.packageUrn));
  const packagesOf = Map.groupBy(packages, (row) => row.systemUserId);
  return rows.map((row) => ({
    ...toSystemUser(row),
    packages: (packagesOf.get(row.id) ?? []).map((each) => each.packageUrn),
  }));
}
