import { randomUUID } from 'node:crypto';
import { isUniqueViolation } from '#db/failures.ts';
import type { Transaction } from '#db/open.ts';
import { env } from '../config/env.ts';
import { hasAnyScope } from '../context/assert.ts';
import type { Context } from '../context/context.ts';
import { authProblem } from '../kernel/auth-problems.ts';
import { findOrganisation } from '../parties/find-party.ts';
import type { Organisation } from '../parties/model.ts';
import { findSystem } from '../register/find-system.ts';
import type { RegisteredSystem, Right } from '../register/model.ts';
import { findLiveSystemUser } from '../systemusers/find-system-user.ts';
import { assertPendingBelowCap } from './assert-pending-below-cap.ts';
import { assertVendor } from './assert-vendor.ts';
import { assertNotBlocked } from './blocking/assert-not-blocked.ts';
import { assertContents } from './contents.ts';
import { isTimedOut, type SystemUserRequest } from './model.ts';
import { notifyManagers } from './notices/queue-notices.ts';
import { requestProblem, tripleInUse } from './problems.ts';
import { recordRequestEvent } from './record-request-event.ts';
import { assertRedirect } from './redirect.ts';
import { REQUEST_WRITE } from './scopes.ts';
import { insertRequest, lockLiveRequest, moveRequest, takeSequenceNo } from './store.ts';

/** What a vendor asks of a customer. `undefined` lists were left out; that differs from empty ones. */
export type RequestDetails = {
  readonly kind: 'standard' | 'agent';
  readonly systemId: string;
  readonly partyOrgNo: string;
  /** The customer's number stands for an absent or empty one. */
  readonly externalRef?: string | undefined;
  readonly integrationTitle?: string | undefined;
  readonly rights?: readonly Right[] | undefined;
  readonly accessPackages?: readonly string[] | undefined;
  readonly redirectUrl?: string | undefined;
  /** Set by pages, where a person speaks for the vendor. */
  readonly vendorOrgNo?: string | undefined;
};

/** How often a creation is tried again when somebody else takes the triple at the same moment. */
const ATTEMPTS = 3;

/**
 * Asks a customer for a system user. Asking again for the same triple gives the stored request, whatever its status and
 * whatever is asked now; after its deadline the old one becomes `Timedout` and a new one is made.
 * @returns `created: false` with the stored request when there was one of the same type.
 * @throws BareError 401, 403 · ProblemError AUTH-00023, AUTH-00011 (unknown, foreign or deleted system), AUTH-00004,
 * AUTH-00006..9, AUTH-00000, AUTH-00026, AUTH-00021, AUTH-00001, AUTH-00058, AUTH-00059, AUTH-00063..65, REQ-00002, REQ-00004, REQ-00007.
 * @see altinn-api.md §8.2
 */
export async function createRequest(
  context: Context,
  input: RequestDetails,
): Promise<{ readonly request: SystemUserRequest; readonly created: boolean }> {
  assertNamesVendor(context, input);
  const vendorOrgNo = await assertVendor(context, REQUEST_WRITE, input.vendorOrgNo);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await context.db.transaction((tx) => createInside(tx, { ...context, db: tx }, { ...input, vendorOrgNo }));
    } catch (error) {
      if (attempt >= ATTEMPTS || !isUniqueViolation(error)) throw error;
    }
  }
}

/** Here alone a token that has the scope and names no organisation is told so by a number. @throws ProblemError AUTH-00023 */
function assertNamesVendor({ actor }: Context, { vendorOrgNo }: RequestDetails): void {
  const isNameless = vendorOrgNo === undefined && actor.kind === 'person';
  if (isNameless && hasAnyScope(actor, [REQUEST_WRITE])) throw authProblem('AUTH-00023');
}

async function createInside(tx: Transaction, context: Context, input: RequestDetails & { vendorOrgNo: string }) {
  const system = await findSystem(tx, { systemId: input.systemId });
  if (!system || system.isDeleted || system.vendorOrgNo !== input.vendorOrgNo) throw authProblem('AUTH-00011');
  const externalRef = input.externalRef || input.partyOrgNo;
  const triple = { systemInternalId: system.internalId, partyOrgNo: input.partyOrgNo, externalRef };
  if (await findLiveSystemUser(tx, triple)) throw authProblem('AUTH-00004');

  const known = await lockLiveRequest(tx, triple);
  if (known) {
    const isExpired = known.status === 'New' && isTimedOut(known, context.now, env().REQUEST_EXPIRY_DAYS);
    if (!isExpired && known.kind === input.kind) return { request: known, created: false };
    if (!isExpired && known.status !== 'Timedout') throw tripleInUse(known.status);
    await expire(tx, context, known);
  }

  if (system.isSuspended) throw requestProblem('REQ-00004');
  const party = await findOrganisation(tx, input.partyOrgNo);
  if (!party) throw authProblem('AUTH-00000');
  assertRedirect(system, input.redirectUrl);
  const contents = { rights: input.kind === 'agent' ? undefined : input.rights, accessPackages: input.accessPackages };
  await assertContents(tx, system, input.kind, contents);
  const request = await store(tx, context, { ...input, ...contents, externalRef }, { system, party });
  return { request, created: true };
}

/** The old request keeps its row and its place in lists, but not its triple. */
async function expire(tx: Transaction, context: Context, request: SystemUserRequest): Promise<void> {
  await moveRequest(tx, request, 'expire', { at: context.now });
  await recordRequestEvent(tx, context, {
    request,
    did: 'expired',
    before: { status: request.status },
    after: { status: 'Timedout' },
  });
}

async function store(
  tx: Transaction,
  context: Context,
  input: RequestDetails & { readonly externalRef: string },
  { system, party }: { readonly system: RegisteredSystem; readonly party: Organisation },
): Promise<SystemUserRequest> {
  const sequenceNo = await takeSequenceNo(tx, input.kind);
  const pair = { vendorOrgNo: system.vendorOrgNo, partyOrgNo: party.orgNo };
  await assertNotBlocked(tx, pair);
  await assertPendingBelowCap(tx, context.now, pair);
  const request = await insertRequest(
    tx,
    {
      id: randomUUID(),
      kind: input.kind,
      systemInternalId: system.internalId,
      systemId: system.systemId,
      vendorOrgNo: system.vendorOrgNo,
      partyOrgNo: party.orgNo,
      partyUuid: party.uuid,
      partyId: party.partyId,
      externalRef: input.externalRef,
      integrationTitle: input.integrationTitle || system.name.nb,
      rights: input.rights ?? [],
      accessPackages: input.accessPackages ?? [],
      redirectUrl: input.redirectUrl || undefined,
      createdAt: context.now,
    },
    sequenceNo,
  );
  await recordRequestEvent(tx, context, {
    request,
    did: 'created',
    onBehalfOf: system.vendorOrgNo,
    after: { systemId: system.systemId, kind: request.kind, externalRef: request.externalRef },
  });
  await notifyManagers(tx, { kind: 'arrived', request, at: context.now });
  return request;
}
