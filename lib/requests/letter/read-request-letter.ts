import type { Db } from '#db/open.ts';
import { env } from '../../config/env.ts';
import { assertPerson } from '../../context/assert.ts';
import type { Context, PersonActor } from '../../context/context.ts';
import { isAllowed } from '../../parties/authority.ts';
import { findOrganisation, findParty } from '../../parties/find-party.ts';
import { hasRelation } from '../../parties/roles.ts';
import { findSystem } from '../../register/find-system.ts';
import type { RegisteredSystem } from '../../register/model.ts';
import { delegationsOf } from '../../systemusers/delegations.ts';
import { findSystemUser } from '../../systemusers/find-system-user.ts';
import { accessManagersOf } from '../access-managers.ts';
import { digestOf } from '../digest.ts';
import { forwardsOf } from '../forwarding/forwards-of.ts';
import { mayRemind } from '../forwarding/model.ts';
import { type AnyRequest, deadlineOf } from '../model.ts';
import { redirectTarget } from '../redirect.ts';
import { markOpened, selectChangeRequest, selectSystemUserRequest } from '../store.ts';
import { findBorrowedName } from './borrowed-name.ts';
import { describeLines, type Givers } from './describe-lines.ts';
import { groupsOf } from './groups.ts';
import type { Lines, OpenLetter, RequestLetter } from './model.ts';
import { findObstacle, letterStateOf } from './state.ts';
import { selectAgreementSince } from './store.ts';

const NO_LINES: Lines = { rights: [], packages: [] };

/**
 * Reads a request of any kind as its page shows it: who asks, for what in words, what the reader may do, per line
 * whether the reader can give it and who can if not. Stamps the first opening.
 * @returns `undefined` for an unknown id; a sealed letter for somebody without a relation to the customer.
 * @throws BareError 401, 403 for a machine.
 * @see ui.md §5.4
 */
export async function readRequestLetter(context: Context, id: string): Promise<RequestLetter | undefined> {
  const actor = assertPerson(context);
  const { db, now } = context;
  const request = (await selectSystemUserRequest(db, id)) ?? (await selectChangeRequest(db, id));
  const organisation = request && (await findParty(db, { uuid: request.partyUuid }));
  const system = request && (await findSystem(db, { internalId: request.systemInternalId }));
  if (!request || !system || organisation?.kind !== 'organisation') return undefined;

  const mayApprove = await isAllowed(db, actor, organisation.uuid, 'access-management.write');
  if (!mayApprove && !(await hasRelation(db, organisation.uuid, actor.partyUuid))) {
    return { reader: 'stranger', id, organisation: { name: organisation.name, orgNo: organisation.orgNo } };
  }
  if (!request.firstOpenedAt) await markOpened(db, request, now);
  const body = await readBody(context, { request, system, actor });
  const canGiveAll = [...body.added.rights, ...body.added.packages].every((line) => line.canGive);
  return {
    ...body,
    reader: !mayApprove ? 'may-forward' : canGiveAll ? 'may-approve' : 'may-approve-some',
    organisation,
  };
}

type Case = { readonly request: AnyRequest; readonly system: RegisteredSystem; readonly actor: PersonActor };

async function readBody({ db, now }: Context, given: Case): Promise<Omit<OpenLetter, 'reader' | 'organisation'>> {
  const { request, system } = given;
  const userId = request.kind === 'change' ? request.systemUserId : request.id;
  const systemUser = await findSystemUser(db, userId);
  const state = letterStateOf(request, systemUser, now);
  const obstacle = state === 'waiting' ? await findObstacle(db, { request, system, systemUser }) : undefined;
  const vendor = await findOrganisation(db, request.vendorOrgNo);
  const managers = await accessManagersOf(db, request.partyUuid);
  const forwards = await forwardsOf(db, [request.id]);
  const target = await redirectTarget(db, request);
  return {
    id: request.id,
    kind: request.kind,
    state: obstacle ? 'blocked' : state,
    obstacle,
    digest: digestOf(request, system),
    request,
    vendor: {
      orgNo: request.vendorOrgNo,
      name: vendor?.name ?? request.vendorOrgNo,
      agreementSince: await selectAgreementSince(db, request.vendorOrgNo),
      systemSince: system.createdAt,
    },
    borrowedName: await findBorrowedName(db, request.vendorOrgNo, vendorsWords(given)),
    system: { systemId: system.systemId, name: system.name, description: system.description },
    redirectHost: target && new URL(target.url).host,
    deadline: deadlineOf(request, env().REQUEST_EXPIRY_DAYS),
    ...(await readLines(db, given, { managers, isOpen: state === 'waiting' })),
    managers: managers.map(({ person, roles }) => ({ uuid: person.uuid, name: person.name, roles })),
    forwards,
    mayRemind: state === 'waiting' && mayRemind(forwards, now),
    systemUserId: systemUser?.id,
    isSuspended: systemUser?.suspension !== undefined,
    endedAt: state === 'ended' ? systemUser?.deletedAt : request.deletedAt,
    endedBy: state === 'ended' ? systemUser?.deletedByName : undefined,
  };
}

/** What the letter shows in the vendor's own words (B31). */
function vendorsWords({ request, system }: Case): readonly string[] {
  const title = request.kind === 'change' ? [] : [request.integrationTitle];
  return [...title, request.externalRef, ...Object.values(system.name)];
}

/** Only a waiting request asks who can give; an agent's packages are nobody's to give before its clients come. */
async function readLines(
  db: Db,
  { request, actor }: Case,
  { managers, isOpen }: { readonly managers: Givers['managers']; readonly isOpen: boolean },
): Promise<Pick<OpenLetter, 'added' | 'removed' | 'stays'>> {
  const held = await delegationsOf(db, request.kind === 'change' ? request.systemUserId : request.id);
  const groups = groupsOf(request, held);
  const reader = isOpen && request.kind !== 'agent' ? actor : undefined;
  const givers = { orgUuid: request.partyUuid, managers, reader, held: isOpen ? undefined : held.rights };
  const added = await describeLines(db, groups.added, givers);
  if (request.kind !== 'change') return { added, removed: NO_LINES, stays: NO_LINES };
  const nobody = { ...givers, reader: undefined, held: held.rights };
  return {
    added,
    removed: await describeLines(db, groups.removed, nobody),
    stays: await describeLines(db, groups.stays, nobody),
  };
}
