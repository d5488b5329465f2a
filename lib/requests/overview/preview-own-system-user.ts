import type { Context } from '../../context/context.ts';
import { authProblem } from '../../kernel/auth-problems.ts';
import { assertPowerAt, type PartyKey } from '../../parties/assert-power-at.ts';
import { findOrganisation } from '../../parties/find-party.ts';
import { findSystem } from '../../register/find-system.ts';
import type { RegisteredSystem } from '../../register/model.ts';
import { findLiveSystemUser } from '../../systemusers/find-system-user.ts';
import { accessManagersOf } from '../access-managers.ts';
import { resourceIdsIn } from '../contents.ts';
import { describeLines } from '../letter/describe-lines.ts';
import type { Lines } from '../letter/model.ts';
import { isChoosableBy } from './choosable.ts';

/** What taking a system into use would give it, before anybody presses. */
export type OwnSystemUserPreview = {
  readonly system: RegisteredSystem;
  readonly vendor: { readonly orgNo: string; readonly name: string };
  readonly lines: Lines;
  /** Whether the reader can give all of it. */
  readonly canGiveAll: boolean;
  /** The system user that the organisation has already. */
  readonly existingId: string | undefined;
};

/**
 * Shows what a system asks for that is visible or the organisation's own, and per line whether the reader can give it and who can if not.
 * @throws BareError 401, 403 without access management · ProblemError AUTH-00011 for a system that nobody can choose.
 */
export async function previewOwnSystemUser(
  context: Context,
  input: { readonly party: PartyKey; readonly systemId: string },
): Promise<OwnSystemUserPreview> {
  const { actor, organisation } = await assertPowerAt(context, input.party, 'access-management.write');
  const { db } = context;
  const system = await findSystem(db, { systemId: input.systemId });
  if (!system || !(await isChoosableBy(db, organisation.orgNo, system))) throw authProblem('AUTH-00011');
  const ids = { resourceIds: resourceIdsIn(system.rights), packageUrns: system.accessPackages };
  const managers = await accessManagersOf(db, organisation.uuid);
  const lines = await describeLines(db, ids, { orgUuid: organisation.uuid, reader: actor, managers });
  const vendor = await findOrganisation(db, system.vendorOrgNo);
  const existing = await findLiveSystemUser(db, {
    systemInternalId: system.internalId,
    partyOrgNo: organisation.orgNo,
    externalRef: organisation.orgNo,
  });
  return {
    system,
    vendor: { orgNo: system.vendorOrgNo, name: vendor?.name ?? system.vendorOrgNo },
    lines,
    canGiveAll: [...lines.rights, ...lines.packages].every((line) => line.canGive),
    existingId: existing?.id,
  };
}
