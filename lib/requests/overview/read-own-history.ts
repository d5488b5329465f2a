import { type HistoryEntry, listHistory } from '../../audit/list-history.ts';
import type { Context } from '../../context/context.ts';
import { statusProblem } from '../../kernel/errors.ts';
import { assertPower } from '../../parties/authority.ts';
import { findOrganisationNames } from '../../parties/find-party.ts';
import { findSystemUser } from '../../systemusers/find-system-user.ts';
import { selectChangeRequests } from '../store.ts';

/** What has happened to a system user; `client` is the name of whom it was connected to or let go. */
export type OwnHistoryEntry = HistoryEntry & { readonly client: string | undefined };

/**
 * Lists what has happened to a system user, to the request that it came from and to its change requests, newest first.
 * Machines are named by their organisation.
 * @throws BareError 401, 403 without the overview · ProblemError 404
 */
export async function readOwnHistory(context: Context, systemUserId: string): Promise<readonly OwnHistoryEntry[]> {
  const { db } = context;
  const user = await findSystemUser(db, systemUserId);
  if (!user) throw statusProblem(404);
  await assertPower(context, user.partyUuid, 'system-user-overview.read');
  const changes = await selectChangeRequests(db, { systemUserIds: [user.id], includeDeleted: true, newestFirst: true });
  const own = changes.map((change) => change.id);
  const events = await listHistory(db, { partyOrgNo: user.partyOrgNo, subjectIds: [user.id, ...own] });
  const names = await findOrganisationNames(
    db,
    events.flatMap(({ actorName, clientOrgNo }) => [actorName, clientOrgNo ?? '']),
  );
  return events.map((event) => ({
    ...event,
    actorName: names.get(event.actorName) ?? event.actorName,
    client: event.clientOrgNo && (names.get(event.clientOrgNo) ?? event.clientOrgNo),
  }));
}
