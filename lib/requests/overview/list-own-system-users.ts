import type { Context } from '../../context/context.ts';
import { assertPowerAt, type PartyKey } from '../../parties/assert-power-at.ts';
import { findOrganisation } from '../../parties/find-party.ts';
import { findSystem } from '../../register/find-system.ts';
import type { Texts } from '../../register/model.ts';
import { clientDelegationsOf } from '../../systemusers/clients/client-delegations.ts';
import { delegationsOf } from '../../systemusers/delegations.ts';
import { listEverySystemUserAt } from '../../systemusers/list-system-users.ts';
import type { SystemUser } from '../../systemusers/model.ts';

/** A system user as an organisation's own list shows it. */
export type OwnSystemUserSummary = {
  readonly user: SystemUser;
  readonly systemName: Texts;
  readonly vendor: { readonly orgNo: string; readonly name: string };
  readonly rights: number;
  readonly packages: number;
  /** How many clients an agent acts for; 0 for a standard one. */
  readonly clients: number;
  /** When a token was last fetched for it, or a decision last asked about it. */
  readonly lastUsedAt: Date | undefined;
};

/**
 * Lists everything that can act for an organisation, newest first; what has ended only when asked for.
 * @throws BareError 401, 403 without the overview.
 */
export async function listOwnSystemUsers(
  context: Context,
  input: { readonly party: PartyKey; readonly ended: boolean },
): Promise<readonly OwnSystemUserSummary[]> {
  const { organisation } = await assertPowerAt(context, input.party, 'system-user-overview.read');
  const { db } = context;
  const users = await listEverySystemUserAt(db, organisation.orgNo);
  const summaries: OwnSystemUserSummary[] = [];
  for (const user of users.filter((each) => each.isDeleted === input.ended)) {
    const system = await findSystem(db, { internalId: user.systemInternalId });
    const vendor = await findOrganisation(db, user.vendorOrgNo);
    const { rights, packages } = await delegationsOf(db, user.id);
    summaries.push({
      user,
      systemName: system?.name ?? { nb: user.systemId, nn: user.systemId, en: user.systemId },
      vendor: { orgNo: user.vendorOrgNo, name: vendor?.name ?? user.vendorOrgNo },
      rights: rights.length,
      packages: packages.length,
      clients: user.userType === 'agent' ? (await clientDelegationsOf(db, user.id)).length : 0,
      lastUsedAt: lastUseOf(user),
    });
  }
  return summaries;
}

/** The later of the last token and the last decision; `undefined` when there was neither. */
export function lastUseOf(user: Pick<SystemUser, 'lastTokenAt' | 'lastDecisionAt'>): Date | undefined {
  const times = [user.lastTokenAt, user.lastDecisionAt].filter((at) => at !== undefined);
  return times.sort((one, other) => other.getTime() - one.getTime())[0];
}
