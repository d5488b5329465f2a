import { assertScope } from '../../context/assert.ts';
import type { Context } from '../../context/context.ts';
import { statusProblem } from '../../kernel/errors.ts';
import { assertPowerAt, type PartyKey } from '../../parties/assert-power-at.ts';
import { findSystems } from '../../register/find-system.ts';
import { listOpenSystems } from '../../register/read-system.ts';
import { listSystemUsers } from '../../systemusers/list-system-users.ts';
import type { SystemUser, SystemUserType } from '../../systemusers/model.ts';
import { readSystemUser } from '../../systemusers/read-system-user.ts';
import { resourceIdsIn } from '../contents.ts';
import { type AnyRequest, isOfKind, type RequestKind, type RequestOf } from '../model.ts';
import { readRequest } from '../read-request.ts';
import { END_USER } from '../scopes.ts';
import { selectRequests } from '../store.ts';
import { type FrontContents, type FrontSystem, frontContentsOf, frontSystemOf, withVendorNames } from './contents.ts';

/** A request as the portal's older front end reads it. */
export type FrontRequest = {
  readonly request: AnyRequest;
  readonly userMayEscalateButNotApprove: boolean;
  readonly system: FrontSystem | undefined;
  /** What is asked for; for a change what is to come. */
  readonly required: FrontContents;
  /** What a change takes away. */
  readonly unwanted: FrontContents;
};

/**
 * Reads a request by id with the words for what it asks.
 * @throws BareError 401, 403 · ProblemError AUTH-00010, AUTH-00066.
 * @see altinn-api.md §11
 */
export async function readFrontRequest(
  context: Context,
  key: { readonly kind: RequestKind; readonly id: string },
): Promise<FrontRequest> {
  const { request, userMayEscalateButNotApprove } = await readRequest(context, key);
  return describe(context, request, userMayEscalateButNotApprove);
}

/**
 * Lists what waits for an organisation, of both types.
 * @throws BareError 401, 403 without access management.
 */
export async function listFrontPending(context: Context, party: PartyKey): Promise<readonly FrontRequest[]> {
  const { organisation } = await assertPowerAt(context, party, 'access-management.write');
  const waiting = await selectRequests(context.db, { partyOrgNo: organisation.orgNo, status: 'New' });
  const described: FrontRequest[] = [];
  for (const request of waiting) described.push(await describe(context, request, false));
  return described;
}

/** Lists the systems that end users may choose, with their vendors' names. @throws BareError 401, 403 */
export async function listFrontSystems(context: Context): Promise<readonly FrontSystem[]> {
  return withVendorNames(context.db, await listOpenSystems(context));
}

/** Reads in words what a system asks for. @throws BareError 401, 403 · ProblemError 404 */
export async function readFrontSystemContents(context: Context, systemId: string): Promise<FrontContents> {
  assertScope(context, END_USER);
  const found = await frontSystemOf(context.db, { systemId });
  if (!found) throw statusProblem(404);
  const { rights, accessPackages } = found.system;
  return frontContentsOf(context.db, { resourceIds: resourceIdsIn(rights), packageUrns: accessPackages });
}

/** A system user as the older front end reads it. */
export type FrontSystemUser = {
  readonly user: SystemUser;
  readonly system: FrontSystem | undefined;
  readonly held: FrontContents;
};

/**
 * Reads a system user of one type with the words for what it holds.
 * @throws BareError 401, 403 · ProblemError 404 when there is none of the type there.
 */
export async function readFrontSystemUser(
  context: Context,
  input: { readonly party: PartyKey; readonly systemUserId: string; readonly userType: SystemUserType },
): Promise<FrontSystemUser> {
  const user = await readSystemUser(context, input);
  if (user.userType !== input.userType) throw statusProblem(404);
  return {
    user,
    system: await frontSystemOf(context.db, { internalId: user.systemInternalId }),
    held: await frontContentsOf(context.db, {
      resourceIds: user.rights.map((right) => right.resourceId),
      packageUrns: user.packages,
    }),
  };
}

/**
 * Lists an organisation's live system users of one type, each with its system and its packages in words; single rights
 * are read with one system user alone.
 * @throws BareError 401, 403
 */
export async function listFrontSystemUsers(
  context: Context,
  input: { readonly party: PartyKey; readonly userType: SystemUserType },
): Promise<readonly FrontSystemUser[]> {
  const users = await listSystemUsers(context, input);
  const found = await findSystems(
    context.db,
    users.map(({ systemInternalId }) => systemInternalId),
  );
  const named = await withVendorNames(context.db, [...found.values()]);
  const systems = new Map(named.map((each) => [each.system.internalId, each]));
  const urns = [...new Set(users.flatMap(({ packages }) => packages))];
  const { accessPackages } = await frontContentsOf(context.db, { resourceIds: [], packageUrns: urns });
  return users.map((user) => ({
    user,
    system: systems.get(user.systemInternalId),
    held: { resources: [], accessPackages: accessPackages.filter(({ urn }) => user.packages.includes(urn)) },
  }));
}

async function describe(
  { db }: Context,
  request: RequestOf<RequestKind>,
  userMayEscalateButNotApprove: boolean,
): Promise<FrontRequest> {
  const system = await frontSystemOf(db, { internalId: request.systemInternalId });
  const isChange = isOfKind(request, 'change');
  const required = isChange
    ? { rights: request.requiredRights, packageUrns: request.requiredAccessPackages }
    : { rights: request.rights, packageUrns: request.accessPackages };
  const unwanted = isChange
    ? { rights: request.unwantedRights, packageUrns: request.unwantedAccessPackages }
    : { rights: [], packageUrns: [] };
  return {
    request,
    userMayEscalateButNotApprove,
    system,
    required: await frontContentsOf(db, { ...required, resourceIds: resourceIdsIn(required.rights) }),
    unwanted: await frontContentsOf(db, { ...unwanted, resourceIds: resourceIdsIn(unwanted.rights) }),
  };
}
