import { type HistoryEntry, listHistory } from '../../audit/list-history.ts';
import type { Context } from '../../context/context.ts';
import { statusProblem } from '../../kernel/errors.ts';
import { assertPower } from '../../parties/authority.ts';
import { findOrganisation } from '../../parties/find-party.ts';
import { findSystemUser } from '../../systemusers/find-system-user.ts';
import { selectChangeRequests } from '../store.ts';

/**
 * Lists what has happened to a system user, to the request that it came from and to its change requests, newest first.
 * Machines are named by their organisation.
 * @throws BareError 401, 403 without the overview · ProblemError 404
 */
export async function readOwnHistory(context: Context, systemUserId: string): Promise<readonly HistoryEntry[]> {
  const { db } = context;
  const user = await findSystemUser(db, systemUserId);
  if (!user) throw statusProblem(404);
  await assertPower(context, user.partyUuid, 'system-user-overview.read');
  const changes = await selectChangeRequests(db, { systemUserIds: [user.id], includeDeleted: true, newestFirst: true });
  const own = changes.map((change) => change.id);
  const events = await listHistory(db, { partyOrgNo: user.partyOrgNo, subjectIds: [user.id, ...own] });
  return Promise.all(
    events.map(async (event) => ({
      ...event,
      actorName: (await findOrganisation(db, event.actorName))?.name ?? event.actorName,
    })),
  );
}
