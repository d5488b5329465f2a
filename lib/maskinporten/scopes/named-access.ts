import type { Db } from '#db/open.ts';
import { organisationNames } from '../administration/organisation-names.ts';
import type { Scope, ScopeAccess } from './model.ts';
import type { NamedAccess } from './schema.ts';

/** Adds owner and names to access rows; rows of scopes that are not given are left out. */
export async function nameAccesses(
  db: Db,
  rows: readonly ScopeAccess[],
  scopes: readonly Scope[],
): Promise<readonly NamedAccess[]> {
  const owners = new Map(scopes.map((scope) => [scope.name, scope.ownerOrgNo]));
  const names = await organisationNames(db, [...owners.values(), ...rows.map((row) => row.consumerOrgNo)]);
  return rows.flatMap((row) => {
    const ownerOrgNo = owners.get(row.scope);
    return ownerOrgNo === undefined ? [] : [withNames(row, ownerOrgNo, names)];
  });
}

/** Adds owner and names to the access row of one scope. */
export async function nameAccess(db: Db, row: ScopeAccess, { ownerOrgNo }: Scope): Promise<NamedAccess> {
  return withNames(row, ownerOrgNo, await organisationNames(db, [ownerOrgNo, row.consumerOrgNo]));
}

function withNames(row: ScopeAccess, ownerOrgNo: string, names: ReadonlyMap<string, string>): NamedAccess {
  const ownerName = names.get(ownerOrgNo) ?? ownerOrgNo;
  const consumerName = names.get(row.consumerOrgNo) ?? row.consumerOrgNo;
  return { ...row, ownerOrgNo, ownerName, consumerName };
}
