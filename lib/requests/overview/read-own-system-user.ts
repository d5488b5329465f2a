import { assertPerson } from '../../context/assert.ts';
import type { Context } from '../../context/context.ts';
import { forbidden, statusProblem } from '../../kernel/errors.ts';
import { isAllowed } from '../../parties/authority.ts';
import { findOrganisation, findParty } from '../../parties/find-party.ts';
import type { Organisation } from '../../parties/model.ts';
import { findSystem } from '../../register/find-system.ts';
import type { Texts } from '../../register/model.ts';
import { namedClientsOf } from '../../systemusers/clients/client-delegations.ts';
import type { NamedClientDelegation } from '../../systemusers/clients/model.ts';
import { delegationsOf } from '../../systemusers/delegations.ts';
import { findSystemUser } from '../../systemusers/find-system-user.ts';
import { lastUseOf, type SystemUser } from '../../systemusers/model.ts';
import { describeLines } from '../letter/describe-lines.ts';
import type { Lines } from '../letter/model.ts';
import type { ChangeRequest } from '../model.ts';
import { selectSystemUserRequest } from '../store.ts';
import { waitingChangesOf } from '../waiting-changes.ts';

/** A system user as its owner's page shows it, live or ended. */
export type OwnSystemUserView = {
  readonly user: SystemUser;
  readonly organisation: Organisation;
  readonly vendor: { readonly orgNo: string; readonly name: string };
  readonly system: { readonly name: Texts; readonly description: Texts; readonly isDeleted: boolean };
  /** What it may do now, in words' terms; for an agent the packages it works with. */
  readonly lines: Lines;
  readonly clients: readonly NamedClientDelegation[];
  /** What the vendor asked to change last, while nobody has answered. */
  readonly waitingChange: ChangeRequest | undefined;
  readonly lastUsedAt: Date | undefined;
  /** Whether it came from a vendor's request, whose id it then has. */
  readonly isRequested: boolean;
  /** Whether the reader may withdraw it, and suspend and resume it. */
  readonly mayWithdraw: boolean;
  /** Whether the reader may connect clients to it. */
  readonly mayManageClients: boolean;
};

/**
 * Reads one system user of an organisation that the person looks after; ended ones stay readable.
 * @throws BareError 401, 403 without the overview there · ProblemError 404 when there is none of that id.
 */
export async function readOwnSystemUser(context: Context, id: string): Promise<OwnSystemUserView> {
  const actor = assertPerson(context);
  const { db } = context;
  const user = await findSystemUser(db, id);
  const organisation = user && (await findParty(db, { uuid: user.partyUuid }));
  const system = user && (await findSystem(db, { internalId: user.systemInternalId }));
  if (!user || !system || organisation?.kind !== 'organisation') throw statusProblem(404);
  if (!(await isAllowed(db, actor, organisation.uuid, 'system-user-overview.read'))) throw forbidden();

  const held = await delegationsOf(db, user.id);
  const ids = { resourceIds: held.rights.map((right) => right.resourceId), packageUrns: held.packages };
  const vendor = await findOrganisation(db, user.vendorOrgNo);
  return {
    user,
    organisation,
    vendor: { orgNo: user.vendorOrgNo, name: vendor?.name ?? user.vendorOrgNo },
    system: { name: system.name, description: system.description, isDeleted: system.isDeleted },
    lines: await describeLines(db, ids, {
      orgUuid: organisation.uuid,
      reader: undefined,
      managers: [],
      held: held.rights,
    }),
    clients: user.userType === 'agent' ? await namedClientsOf(db, user.id) : [],
    waitingChange: (await waitingChangesOf(db, [user.id], context.now))[0],
    lastUsedAt: lastUseOf(user),
    isRequested: (await selectSystemUserRequest(db, user.id)) !== undefined,
    mayWithdraw: !user.isDeleted && (await isAllowed(db, actor, organisation.uuid, 'access-management.write')),
    mayManageClients:
      !user.isDeleted &&
      user.userType === 'agent' &&
      (await isAllowed(db, actor, organisation.uuid, 'client-administration.write')),
  };
}
