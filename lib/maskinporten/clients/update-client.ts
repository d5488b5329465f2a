import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context/context.ts';
import { CHANGE_CLIENTS } from '../administration/authority.ts';
import { administrationProblem } from '../administration/problems.ts';
import { assertMaskinportenSettings, assertScopesExist } from './client-rules.ts';
import { lockClient } from './find-client.ts';
import type { Client } from './model.ts';
import { assertOwnClient } from './own-client.ts';
import { completeClient, type WholeClient } from './read-client.ts';
import type { ClientBody } from './schema.ts';
import { saveClient } from './store.ts';
import { assertVersion } from './version.ts';

/** What replaces the client; its id, owner and dates are read-only, and ignored when sent. */
type Input = ClientBody & { readonly clientId: string; readonly ifMatch?: string | undefined };

/**
 * Replaces what the administrator decides of a client; `active` true revives it. A scope that has gone out of use
 * since may stay on the client, but is not added.
 * @throws BareError 401, 403 · ProblemError 400, 404 `client_not_found`, 412 `version_conflict`
 */
export async function updateClient(context: Context, input: Input): Promise<WholeClient> {
  const own = await assertOwnClient(context, input.clientId, CHANGE_CLIENTS);
  if (input.integrationType !== undefined && input.integrationType !== own.integrationType) {
    throw administrationProblem('immutable_field', { field: 'integration_type' });
  }
  assertMaskinportenSettings(own.integrationType, input.settings);
  await assertScopesExist(context.db, input.settings.scopes, own);
  const client = await context.db.transaction(async (tx) => {
    const before = await lockClient(tx, own.clientId);
    if (!before) throw administrationProblem('client_not_found');
    assertVersion(before.version, input.ifMatch);
    const after: Client = {
      ...before,
      ...input.settings,
      name: input.name ?? before.name,
      active: input.active ?? before.active,
      version: before.version + 1,
      updatedAt: context.now,
    };
    await saveClient(tx, after);
    await recordAudit(tx, context, {
      action: 'client.changed',
      subjectType: 'client',
      subjectId: own.clientId,
      vendorOrgNo: own.orgNo,
      before: summary(before),
      after: summary(after),
    });
    return after;
  });
  return completeClient(context.db, client);
}

function summary({ name, scopes, active, accessTokenLifetime }: Client) {
  return { name, scopes, active, accessTokenLifetime };
}
