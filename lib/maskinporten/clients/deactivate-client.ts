import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context/context.ts';
import { WRITE_CLIENTS } from '../administration/authority.ts';
import { administrationProblem } from '../administration/problems.ts';
import { lockClient } from './find-client.ts';
import { assertOwnClient } from './own-client.ts';
import { saveClient } from './store.ts';
import { assertVersion } from './version.ts';

/**
 * Takes a client out of use: it gets no more tokens, and everything about it is kept. Doing it twice is fine.
 * @throws BareError 401, 403 · ProblemError 404 `client_not_found`, 412 `version_conflict`
 */
export async function deactivateClient(
  context: Context,
  input: { readonly clientId: string; readonly ifMatch?: string | undefined },
): Promise<void> {
  const own = await assertOwnClient(context, input.clientId, WRITE_CLIENTS);
  await context.db.transaction(async (tx) => {
    const before = await lockClient(tx, own.clientId);
    if (!before) throw administrationProblem('client_not_found');
    assertVersion(before.version, input.ifMatch);
    if (!before.active) return;
    await saveClient(tx, { ...before, active: false, version: before.version + 1, updatedAt: context.now });
    await recordAudit(tx, context, {
      action: 'client.deactivated',
      subjectType: 'client',
      subjectId: own.clientId,
      vendorOrgNo: own.orgNo,
    });
  });
}
