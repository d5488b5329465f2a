import type { Context } from '../../context/context.ts';
import type { PageOf, PageQuery } from '../../kernel/pages.ts';
import { assertPowerAt, type PartyKey } from '../../parties/assert-power-at.ts';
import { findOrganisationNames } from '../../parties/find-party.ts';
import type { RegisteredSystem } from '../../register/model.ts';
import { searchSystems } from '../../register/search-systems.ts';
import { listAccessPackages } from '../../resources/access-packages/list-access-packages.ts';

/** A system that an organisation may take into use by itself, with whose it is. */
export type ChoosableSystem = {
  readonly system: RegisteredSystem;
  readonly vendor: { readonly orgNo: string; readonly name: string };
};

/**
 * Finds the systems that `isChoosableBy` lets an organisation take into use, with their vendors, a page at a time.
 * @throws BareError 401, 403 without access management
 */
export async function listChoosableSystems(
  context: Context,
  { party, ...query }: { readonly party: PartyKey } & PageQuery,
): Promise<PageOf<ChoosableSystem>> {
  const { organisation } = await assertPowerAt(context, party, 'access-management.write');
  const { db } = context;
  const assignable = new Set((await listAccessPackages(db)).filter((each) => each.isAssignable).map(({ urn }) => urn));
  const page = await searchSystems(
    db,
    {
      vendorOrgNo: organisation.orgNo,
      visible: true,
      suspended: false,
      isKept: (system) => system.isVisible || system.accessPackages.every((urn) => assignable.has(urn)),
    },
    query,
  );
  const names = await findOrganisationNames(
    db,
    page.rows.map(({ vendorOrgNo }) => vendorOrgNo),
  );
  return {
    ...page,
    rows: page.rows.map((system) => ({
      system,
      vendor: { orgNo: system.vendorOrgNo, name: names.get(system.vendorOrgNo) ?? system.vendorOrgNo },
    })),
  };
}
