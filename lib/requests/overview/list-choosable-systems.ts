import type { Context } from '../../context/context.ts';
import { assertPowerAt, type PartyKey } from '../../parties/assert-power-at.ts';
import { findOrganisation } from '../../parties/find-party.ts';
import { listSystemsOf, listVisibleSystems } from '../../register/find-system.ts';
import type { RegisteredSystem } from '../../register/model.ts';
import { isChoosableBy } from './choosable.ts';

/** A system that an organisation may take into use by itself, with whose it is. */
export type ChoosableSystem = {
  readonly system: RegisteredSystem;
  readonly vendor: { readonly orgNo: string; readonly name: string };
};

/**
 * Lists the systems that are visible to everybody and the organisation's own, with their vendors.
 * @throws BareError 401, 403 without access management
 */
export async function listChoosableSystems(
  context: Context,
  input: { readonly party: PartyKey },
): Promise<readonly ChoosableSystem[]> {
  const { organisation } = await assertPowerAt(context, input.party, 'access-management.write');
  const { orgNo } = organisation;
  const hidden = (await listSystemsOf(context.db, orgNo)).filter(({ isVisible }) => !isVisible);
  const systems: RegisteredSystem[] = [];
  for (const system of [...(await listVisibleSystems(context.db)), ...hidden]) {
    if (await isChoosableBy(context.db, orgNo, system)) systems.push(system);
  }
  return Promise.all(
    systems.map(async (system) => ({
      system,
      vendor: {
        orgNo: system.vendorOrgNo,
        name: (await findOrganisation(context.db, system.vendorOrgNo))?.name ?? system.vendorOrgNo,
      },
    })),
  );
}
