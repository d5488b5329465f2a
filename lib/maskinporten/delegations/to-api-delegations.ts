import type { Db } from '#db/open.ts';
import { findOrganisationNames } from '../../parties/find-party.ts';
import { findScopes } from '../scopes/find-scope.ts';
import { type DelegationRow, selectRowsOf } from './api-store.ts';
import type { ApiDelegation, ApiDelegationInput } from './model.ts';
import { selectSchemaResources } from './store.ts';

/**
 * Completes delegated APIs with names, scopes and since when, in the order given; what has ended meanwhile is left out. An
 * API that its owner has taken down keeps its name.
 */
export async function toApiDelegations(
  db: Db,
  pairs: readonly ApiDelegationInput[],
): Promise<readonly ApiDelegation[]> {
  const rows = Map.groupBy(await selectRowsOf(db, pairs), keyOf);
  const all = [...rows.values()].flat();
  const resources = await selectSchemaResources(db, { identifiers: pairs.map(({ api }) => api), withDeleted: true });
  const scopes = await findScopes(
    db,
    all.map(({ scope }) => scope),
  );
  const parties = all.flatMap(({ consumerOrgNo, supplierOrgNo }) => [consumerOrgNo, supplierOrgNo]);
  const owners = [...resources, ...scopes].map(({ ownerOrgNo }) => ownerOrgNo);
  const names = await findOrganisationNames(db, [...parties, ...owners]);
  const named = (orgNo: string) => ({ orgNo, name: names.get(orgNo) ?? orgNo });
  return pairs.flatMap((pair) => {
    const own = rows.get(keyOf(pair)) ?? [];
    const [first] = own;
    if (!first) return [];
    const resource = resources.find(({ identifier }) => identifier === pair.api);
    const known = scopes.filter(({ name }) => own.some(({ scope }) => scope === name));
    return [
      {
        api: pair.api,
        title: resource?.title ?? {},
        description: resource?.description ?? {},
        owner: named(resource?.ownerOrgNo ?? known[0]?.ownerOrgNo ?? ''),
        consumer: named(pair.consumerOrgNo),
        supplier: named(pair.supplierOrgNo),
        scopes: known,
        since: first.createdAt,
        givenByName: first.givenByName ?? undefined,
      },
    ];
  });
}

function keyOf({ consumerOrgNo, supplierOrgNo, api }: ApiDelegationInput | DelegationRow): string {
  return [consumerOrgNo, supplierOrgNo, api].join(' ');
}
