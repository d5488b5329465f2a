import type { Db } from '#db/open.ts';
import type { ValidationError } from '../kernel/errors.ts';
import { hasDuplicates } from './check-contents.ts';
import { registerError } from './problems.ts';
import { selectClientOwners, selectClientUse } from './store.ts';

/**
 * Collects what is wrong with a system's client ids: VLD-4 one that is on another system, or that our Maskinporten knows
 * as another organisation's; VLD-11 duplicates, without regard to case. Ids that our Maskinporten does not know pass,
 * since they cannot get tokens here.
 */
export async function checkClients(
  db: Db,
  system: { readonly internalId?: string; readonly vendorOrgNo: string; readonly clientIds: readonly string[] },
): Promise<readonly ValidationError[]> {
  const use = await selectClientUse(db, system.clientIds);
  const owners = await selectClientOwners(db, system.clientIds);
  const isTaken = use.some((row) => row.systemInternalId !== system.internalId);
  const errors: ValidationError[] = [];
  if (hasDuplicates(system.clientIds.map((id) => id.toLowerCase()))) errors.push(registerError('AUTH.VLD-00011'));
  if (isTaken || owners.some((orgNo) => orgNo !== system.vendorOrgNo)) errors.push(registerError('AUTH.VLD-00004'));
  return errors;
}
