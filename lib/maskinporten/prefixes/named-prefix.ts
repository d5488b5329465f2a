import type { Db } from '#db/open.ts';
import { organisationNames } from '../administration/organisation-names.ts';
import type { ScopePrefix } from './model.ts';
import type { NamedPrefix } from './schema.ts';

/** Adds the owners' names to prefixes. */
export async function namePrefixes(db: Db, prefixes: readonly ScopePrefix[]): Promise<readonly NamedPrefix[]> {
  const names = await organisationNames(
    db,
    prefixes.map(({ ownerOrgNo }) => ownerOrgNo),
  );
  return prefixes.map((prefix) => ({ ...prefix, ownerName: names.get(prefix.ownerOrgNo) ?? prefix.ownerOrgNo }));
}

/** Adds the owner's name to a prefix. */
export async function namePrefix(db: Db, prefix: ScopePrefix): Promise<NamedPrefix> {
  const names = await organisationNames(db, [prefix.ownerOrgNo]);
  return { ...prefix, ownerName: names.get(prefix.ownerOrgNo) ?? prefix.ownerOrgNo };
}
