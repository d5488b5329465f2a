import { and, asc, eq, gte } from 'drizzle-orm';
import { assertOrganisation, assertScope, hasAnyScope } from '../context/assert.ts';
import type { Context } from '../context/context.ts';
import { authProblem } from '../kernel/auth-problems.ts';
import { statusProblem } from '../kernel/errors.ts';
import { assertRegisterScope, assertVendor, mayActForVendor } from '../register/assert-vendor.ts';
import { findSystem } from '../register/find-system.ts';
import { findLiveSystemUser } from './find-system-user.ts';
import { type LookupQuery, lookupSystemUser } from './lookup-system-user.ts';
import type { SystemUser } from './model.ts';
import { toSystemUser } from './store.ts';

/** What Maskinporten itself carries when it asks for a system user. */
export const LOOKUP_SCOPE = 'altinn:maskinporten/systemuser.read';
/** A read that asks for the right to write, as on the real service. */
export const BY_QUERY_SCOPE = 'altinn:authentication/systemuser.request.write';

/** Answers Maskinporten's question whom a client may speak for. @throws BareError 401, 403 · ProblemError 404 */
export async function readByExternalId(context: Context, query: LookupQuery): Promise<SystemUser> {
  assertScope(context, LOOKUP_SCOPE);
  const user = await lookupSystemUser(context.db, query);
  if (!user) throw statusProblem(404);
  return user;
}

/**
 * Reads the live system user of an own system at a customer.
 * @throws BareError 401, 403 · ProblemError 401 for a person with the scope, 404 when there is none, or it is another
 * vendor's.
 */
export async function readByQuery(
  context: Context,
  query: { readonly systemId: string; readonly orgNo: string; readonly externalRef?: string | undefined },
): Promise<SystemUser> {
  if (context.actor.kind === 'person' && hasAnyScope(context.actor, [BY_QUERY_SCOPE])) throw statusProblem(401);
  const { orgNo: vendorOrgNo } = assertOrganisation(context, BY_QUERY_SCOPE);
  const system = await findSystem(context.db, { systemId: query.systemId });
  if (system?.vendorOrgNo !== vendorOrgNo) throw statusProblem(404);
  const user = await findLiveSystemUser(context.db, {
    systemInternalId: system.internalId,
    partyOrgNo: query.orgNo,
    externalRef: query.externalRef || query.orgNo,
  });
  if (!user) throw statusProblem(404);
  return user;
}

/**
 * Lists the live system users of an own system, by sequence number.
 * @param query.from the sequence number that the page starts with; @param query.limit the size of a page
 * @returns the page, and the sequence number of the next page when there is one
 * @throws BareError 401, 403 · ProblemError AUTH-00011 unknown system, or another vendor's.
 */
export async function listSystemUsersOfSystem(
  context: Context,
  query: { readonly systemId: string; readonly from?: number | undefined; readonly limit: number },
): Promise<{ readonly users: readonly SystemUser[]; readonly next: number | undefined }> {
  const { db, actor } = context;
  assertRegisterScope(context);
  const system = await findSystem(db, { systemId: query.systemId });
  const isForeign = actor.kind === 'organisation' && system && !mayActForVendor(actor, system.vendorOrgNo);
  if (!system || isForeign) throw authProblem('AUTH-00011');
  await assertVendor(context, system.vendorOrgNo);
  const { systemUsers } = db.tables;
  const rows = await db
    .select()
    .from(systemUsers)
    .where(
      and(
        eq(systemUsers.systemInternalId, system.internalId),
        eq(systemUsers.isDeleted, false),
        gte(systemUsers.sequenceNo, query.from ?? 0),
      ),
    )
    .orderBy(asc(systemUsers.sequenceNo))
    .limit(query.limit + 1);
  return { users: rows.slice(0, query.limit).map(toSystemUser), next: rows[query.limit]?.sequenceNo };
}
