import type { Transaction } from '#db/open.ts';
import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context/context.ts';
import { CHANGE_ON_BEHALF_OF } from '../administration/authority.ts';
import { organisationNames } from '../administration/organisation-names.ts';
import { administrationProblem } from '../administration/problems.ts';
import { lockClient, markChanged } from '../clients/find-client.ts';
import { assertOwnClient } from '../clients/own-client.ts';
import { assertVersion } from '../clients/version.ts';
import { type OnBehalfOf, valueIn } from './model.ts';
import type { OnBehalfOfClient } from './read-on-behalf-of.ts';
import { selectOnBehalfOf } from './store.ts';

/** Which client, and which version of it the caller has seen. */
export type OnBehalfOfInput = { readonly clientId: string; readonly ifMatch?: string | undefined };

type Change = {
  readonly action: 'created' | 'changed' | 'deactivated';
  readonly before: OnBehalfOf | undefined;
  /** The very same as `before` when there was nothing to do. */
  readonly after: OnBehalfOf;
};

/**
 * Changes in whose name a client acts: `change` writes one entry. Changes of one client take turns, each is recorded
 * and gives the client, which shows its entries, a new version.
 * @throws BareError 401, 403 · ProblemError 404 `client_not_found`, 412 `version_conflict`, and what `change` throws
 */
export async function changeOnBehalfOf(
  context: Context,
  input: OnBehalfOfInput,
  change: (tx: Transaction, clientId: string) => Promise<Change>,
): Promise<OnBehalfOfClient> {
  const own = await assertOwnClient(context, input.clientId, CHANGE_ON_BEHALF_OF);
  const { client, after } = await context.db.transaction(async (tx) => {
    const locked = await lockClient(tx, own.clientId);
    if (!locked) throw administrationProblem('client_not_found');
    assertVersion(locked.version, input.ifMatch);
    const changed = await change(tx, locked.clientId);
    if (changed.before === changed.after) return { client: locked, after: changed.after };
    const version = await markChanged(tx, locked.clientId, context.now);
    await recordAudit(tx, context, {
      action: `client-on-behalf-of.${changed.action}`,
      subjectType: 'client',
      subjectId: locked.clientId,
      vendorOrgNo: locked.orgNo,
      before: changed.before,
      after: changed.after,
    });
    return { client: { ...locked, version, updatedAt: context.now }, after: changed.after };
  });
  const names = await organisationNames(context.db, [after.orgNo]);
  return { client, entry: { ...after, organisationName: names.get(after.orgNo) ?? after.orgNo } };
}

/** The entry that an id means, inside the transaction. @throws ProblemError 404 `on_behalf_of_not_found` */
export async function presentOnBehalfOf(tx: Transaction, clientId: string, id: string): Promise<OnBehalfOf> {
  const [present] = await selectOnBehalfOf(tx, [clientId], { onBehalfOf: valueIn(clientId, id) });
  if (!present) throw administrationProblem('on_behalf_of_not_found');
  return present;
}
