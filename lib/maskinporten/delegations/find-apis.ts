import type { Db } from '#db/open.ts';
import { findOrganisationNames } from '../../parties/find-party.ts';
import { findScopes } from '../scopes/find-scope.ts';
import type { DelegableApi } from './model.ts';
import { type SchemaResource, selectSchemaResources } from './store.ts';

/** Finds an API that can be delegated; `undefined` when there is none by that id. */
export async function findApi(db: Db, resourceId: string): Promise<DelegableApi | undefined> {
  const [api] = await toApis(db, await selectSchemaResources(db, { identifiers: [resourceId] }));
  return api;
}

/** Lists every API that can be delegated, by id. */
export async function findApis(db: Db): Promise<readonly DelegableApi[]> {
  return toApis(db, await selectSchemaResources(db));
}

/** A scope counts that its owner lets be delegated, and whose owner the resource's is: nobody gives away another's. */
async function toApis(db: Db, resources: readonly SchemaResource[]): Promise<readonly DelegableApi[]> {
  const open = resources.filter(({ isDelegable }) => isDelegable);
  const found = await findScopes(db, [...new Set(open.flatMap(({ scopes }) => scopes))]);
  const delegable = found.filter(({ active, delegationSource }) => active && delegationSource !== undefined);
  const names = await findOrganisationNames(
    db,
    open.map(({ ownerOrgNo }) => ownerOrgNo),
  );
  return open
    .map(({ identifier, ownerOrgNo, title, description, isVisible, scopes }) => ({
      resourceId: identifier,
      title,
      description,
      isVisible,
      owner: { orgNo: ownerOrgNo, name: names.get(ownerOrgNo) ?? ownerOrgNo },
      scopes: delegable.filter((scope) => scope.ownerOrgNo === ownerOrgNo && scopes.includes(scope.name)),
    }))
    .filter(({ scopes }) => scopes.length > 0);
}
