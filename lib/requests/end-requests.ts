import type { Transaction } from '#db/open.ts';
import type { SystemUser } from '../systemusers/model.ts';
import { lockRequest, moveRequest, selectChangeRequests } from './store.ts';

/** The originating request ends with its system user, and so do changes that nobody has answered. */
export async function endRequests(tx: Transaction, user: SystemUser, at: Date): Promise<void> {
  const request = await lockRequest(tx, { kind: user.userType, id: user.id });
  if (request && !request.isDeleted) await moveRequest(tx, request, 'end', { at });
  const changes = await selectChangeRequests(tx, { systemUserIds: [user.id], status: 'New' });
  for (const change of changes) await moveRequest(tx, change, 'withdraw', { at });
}
