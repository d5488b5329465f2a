import { isUniqueViolation } from '#db/failures.ts';
import type { Transaction } from '#db/open.ts';
import type { Context } from '../context/context.ts';
import { authProblem } from '../kernel/auth-problems.ts';
import { BareError, statusProblem } from '../kernel/errors.ts';
import { findOrganisation } from '../parties/find-party.ts';
import { findSystem } from '../register/find-system.ts';
import { lockSystemUser } from '../systemusers/find-system-user.ts';
import type { SystemUser } from '../systemusers/model.ts';
import { dropWish } from '../systemusers/note-wish.ts';
import { assertPendingBelowCap } from './assert-pending-below-cap.ts';
import { assertVendor } from './assert-vendor.ts';
import { assertNotBlocked } from './blocking/assert-not-blocked.ts';
import { assertWithinSystem } from './contents.ts';
import type { ChangeRequest } from './model.ts';
import { notifyManagers } from './notices/queue-notices.ts';
import { requestProblem } from './problems.ts';
import { recordRequestEvent } from './record-request-event.ts';
import { assertRedirect } from './redirect.ts';
import { REQUEST_WRITE } from './scopes.ts';
import { insertChangeRequest, selectChangeRequest, selectSystemUserRequest, takeSequenceNo } from './store.ts';

/** The four lists of a change. */
export type Change = Pick<
  ChangeRequest,
  'requiredRights' | 'unwantedRights' | 'requiredAccessPackages' | 'unwantedAccessPackages'
>;

/** What a vendor wants changed. */
export type ChangeDetails = Change & {
  /** The vendor's own id of this wish; it becomes the request's id, and asking again with it changes nothing. */
  readonly correlationId: string;
  /** `undefined` when it was left out. */
  readonly systemUserId: string | undefined;
  readonly redirectUrl?: string | undefined;
  /** Set by pages, where a person speaks for the vendor. */
  readonly vendorOrgNo?: string | undefined;
};

/** The outcome: stored now, stored before, or nothing to ask for. */
export type CreatedChange =
  | { readonly outcome: 'created' | 'known'; readonly request: ChangeRequest }
  | { readonly outcome: 'no-change-needed'; readonly systemUser: SystemUser };

const ATTEMPTS = 3;

/**
 * Asks a customer to change what a standard system user has. Nothing is stored when all four lists are empty.
 * The unwanted lists are not checked: what is not there cannot be taken away.
 * @throws BareError 401, 403; 400 with a text when the two ids are the same · ProblemError AUTH-00015, 401 for another
 * vendor's system user, AUTH-00007 or AUTH-00061 when the id is somebody else's, AUTH-00011, REQ-00004, AUTH-00000,
 * AUTH-00026, AUTH-00021, AUTH-00001, AUTH-00063, AUTH-00064, REQ-00002, REQ-00007.
 * @see altinn-api.md §9.2
 */
export async function createChangeRequest(context: Context, input: ChangeDetails): Promise<CreatedChange> {
  const vendorOrgNo = await assertVendor(context, REQUEST_WRITE, input.vendorOrgNo);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await context.db.transaction((tx) => createInside(tx, { ...context, db: tx }, { ...input, vendorOrgNo }));
    } catch (error) {
      if (attempt >= ATTEMPTS || !isUniqueViolation(error)) throw error;
    }
  }
}

async function createInside(
  tx: Transaction,
  context: Context,
  input: ChangeDetails & { readonly vendorOrgNo: string },
): Promise<CreatedChange> {
  const systemUser = input.systemUserId === undefined ? undefined : await lockSystemUser(tx, input.systemUserId);
  if (!systemUser || systemUser.isDeleted) throw authProblem('AUTH-00015');
  if (input.correlationId === systemUser.id) throw sameIds();
  if (systemUser.vendorOrgNo !== input.vendorOrgNo) throw statusProblem(401);
  if (isEmpty(input)) return { outcome: 'no-change-needed', systemUser };

  const known = await selectChangeRequest(tx, input.correlationId);
  if (known && !known.isDeleted && known.vendorOrgNo === input.vendorOrgNo) return { outcome: 'known', request: known };
  if (systemUser.userType === 'agent') throw authProblem('AUTH-00015');
  if (known) throw authProblem(known.status === 'New' && !known.isDeleted ? 'AUTH-00007' : 'AUTH-00061');
  // One page shows requests of every kind by id alone, so an id is used once among all of them.
  if (await selectSystemUserRequest(tx, input.correlationId)) throw authProblem('AUTH-00061');
  return { outcome: 'created', request: await store(tx, context, input, systemUser) };
}

async function store(
  tx: Transaction,
  context: Context,
  input: ChangeDetails,
  systemUser: SystemUser,
): Promise<ChangeRequest> {
  const system = await findSystem(tx, { internalId: systemUser.systemInternalId });
  if (!system || system.isDeleted || system.vendorOrgNo !== systemUser.vendorOrgNo) throw authProblem('AUTH-00011');
  if (system.isSuspended) throw requestProblem('REQ-00004');
  const party = await findOrganisation(tx, systemUser.partyOrgNo);
  if (!party) throw authProblem('AUTH-00000');
  assertRedirect(system, input.redirectUrl);
  await assertWithinSystem(tx, system, { rights: input.requiredRights, accessPackages: input.requiredAccessPackages });

  const sequenceNo = await takeSequenceNo(tx, 'change');
  const pair = { vendorOrgNo: system.vendorOrgNo, partyOrgNo: party.orgNo };
  await assertNotBlocked(tx, pair);
  await assertPendingBelowCap(tx, context.now, pair);
  const request = await insertChangeRequest(
    tx,
    {
      id: input.correlationId,
      kind: 'change',
      systemUserId: systemUser.id,
      systemInternalId: system.internalId,
      systemId: system.systemId,
      vendorOrgNo: system.vendorOrgNo,
      partyOrgNo: party.orgNo,
      partyUuid: party.uuid,
      partyId: party.partyId,
      externalRef: systemUser.externalRef,
      requiredRights: input.requiredRights,
      unwantedRights: input.unwantedRights,
      requiredAccessPackages: input.requiredAccessPackages,
      unwantedAccessPackages: input.unwantedAccessPackages,
      redirectUrl: input.redirectUrl || undefined,
      createdAt: context.now,
    },
    sequenceNo,
  );
  await dropWish(tx, systemUser.id);
  await recordRequestEvent(tx, context, {
    request,
    did: 'created',
    onBehalfOf: system.vendorOrgNo,
    after: { systemId: system.systemId, systemUserId: systemUser.id, externalRef: request.externalRef },
  });
  await notifyManagers(tx, { kind: 'arrived', request, at: context.now });
  return request;
}

function isEmpty(change: Change): boolean {
  return (
    change.requiredRights.length === 0 &&
    change.unwantedRights.length === 0 &&
    change.requiredAccessPackages.length === 0 &&
    change.unwantedAccessPackages.length === 0
  );
}

function sameIds(): BareError {
  return new BareError(400, 'The correlation-id should not be the same as the system-user-id. Generate a unique id.');
}
