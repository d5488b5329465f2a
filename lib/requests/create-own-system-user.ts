import { randomUUID } from 'node:crypto';
import { recordAudit } from '../audit/record.ts';
import { assertPerson } from '../context/assert.ts';
import type { Context } from '../context/context.ts';
import { authProblem } from '../kernel/auth-problems.ts';
import { assertPowerAt, type PartyKey } from '../parties/assert-power-at.ts';
import { findSystem } from '../register/find-system.ts';
import { announceSystemUser } from '../systemusers/announce-system-user.ts';
import { createSystemUser } from '../systemusers/create-system-user.ts';
import { grantPackages, grantRights } from '../systemusers/delegate.ts';
import { findLiveSystemUser } from '../systemusers/find-system-user.ts';
import type { SystemUser } from '../systemusers/model.ts';
import { assertDelegable } from './assert-delegable.ts';
import { assertWithinSystem, resourceIdsIn } from './contents.ts';
import { requestProblem } from './problems.ts';

/** A system that an organisation takes into use by itself; without a reference its own number stands for it. */
export type OwnSystemUser = {
  readonly party: PartyKey;
  readonly systemId: string;
  /** The organisation's own label; the system's name unless said. */
  readonly integrationTitle?: string | undefined;
  readonly externalRef?: string | undefined;
};

/**
 * Creates a standard system user without any request from the vendor: it gets all that the system asks for, if the
 * person can give all of it.
 * @throws BareError 401, 403 without access management · ProblemError AUTH-00011, REQ-00004, AUTH-00004, AUTH-00064,
 * and those of the delegation check (AUTH-00014, 16, 18–20, 53, 68–71).
 * @see altinn-api.md §10.3 `POST {party}/create`
 */
export async function createOwnSystemUser(context: Context, input: OwnSystemUser): Promise<SystemUser> {
  assertPerson(context);
  return context.db.transaction(async (tx) => {
    const inside = { ...context, db: tx };
    const { actor, organisation } = await assertPowerAt(inside, input.party, 'access-management.write');
    const system = await findSystem(tx, { systemId: input.systemId });
    if (!system || system.isDeleted) throw authProblem('AUTH-00011');
    if (system.isSuspended) throw requestProblem('REQ-00004');

    const externalRef = input.externalRef || organisation.orgNo;
    const triple = { systemInternalId: system.internalId, partyOrgNo: organisation.orgNo, externalRef };
    if (await findLiveSystemUser(tx, triple)) throw authProblem('AUTH-00004');
    await assertWithinSystem(tx, system, system);
    const rights = await assertDelegable(tx, actor, organisation.uuid, {
      resourceIds: resourceIdsIn(system.rights),
      packageUrns: system.accessPackages,
    });

    const systemUser = await createSystemUser(tx, {
      id: randomUUID(),
      userType: 'standard',
      integrationTitle: input.integrationTitle || system.name.nb,
      system,
      party: organisation,
      externalRef,
      createdBy: { uuid: actor.partyUuid, name: actor.name },
      at: context.now,
    });
    await grantRights(tx, systemUser.id, rights, context.now);
    await grantPackages(tx, systemUser.id, system.accessPackages, context.now);
    await recordAudit(tx, inside, {
      action: 'systemuser.created',
      subjectType: 'systemuser',
      subjectId: systemUser.id,
      onBehalfOf: organisation.orgNo,
      partyOrgNo: organisation.orgNo,
      vendorOrgNo: system.vendorOrgNo,
      after: { systemId: system.systemId, externalRef, rights, accessPackages: system.accessPackages },
    });
    await announceSystemUser(tx, { user: systemUser, did: 'created', at: context.now });
    return systemUser;
  });
}
