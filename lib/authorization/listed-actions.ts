import type { Db } from '#db/open.ts';
import { isOnAccessList } from '../resources/access-lists/is-on-access-list.ts';
import type { Resource } from '../resources/model.ts';

/**
 * Narrows actions to those that the resource's access lists leave to the organisation; all of them when it has none.
 * @param orgNo `undefined` for a party that is no organisation and thus on no list.
 */
export async function listedActions(
  db: Db,
  resource: Resource,
  of: { readonly orgNo: string | undefined; readonly actions: readonly string[] },
): Promise<readonly string[]> {
  if (resource.accessListMode !== 'Enabled') return of.actions;
  const { orgNo } = of;
  if (orgNo === undefined) return [];
  const listed: string[] = [];
  for (const action of of.actions) {
    if (await isOnAccessList(db, { resourceId: resource.identifier, orgNo, action })) listed.push(action);
  }
  return listed;
}
