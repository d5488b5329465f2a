import { randomUUID } from 'node:crypto';
import type { Context } from '../../context/context.ts';
import { eventProblem } from '../problems.ts';
import { newSecret, sealSecret } from '../secret.ts';
import { checkChoices, type GivenChoices } from './check-choices.ts';
import { ENDPOINTS_MAX, type Endpoint } from './model.ts';
import { assertChanging, recordEndpoint } from './own-endpoint.ts';
import { countEndpoints, insertEndpoint } from './store.ts';

/** A new address with the secret that signs what is sent there; nobody can read it again. */
export type CreatedEndpoint = { readonly endpoint: Endpoint; readonly secret: string };

/**
 * Lets a vendor hear of its events at an address. What has happened before is not sent.
 * @throws BareError 401, 403 · ProblemError 403 agreement-missing, 400 `webhook_url`, `webhook_type`, `webhook_system`,
 * `too_many_webhooks`
 */
export async function createEndpoint(context: Context, given: GivenChoices): Promise<CreatedEndpoint> {
  const vendorOrgNo = await assertChanging(context);
  const choices = await checkChoices(context.db, vendorOrgNo, given);
  const secret = newSecret();
  const endpoint = await context.db.transaction(async (tx) => {
    const row = { ...choices, id: randomUUID(), vendorOrgNo, secretSealed: sealSecret(secret) };
    if ((await countEndpoints(tx, vendorOrgNo)) >= ENDPOINTS_MAX) throw eventProblem('too_many_webhooks');
    const inserted = await insertEndpoint(tx, row, context.now);
    await recordEndpoint(tx, context, { did: 'created', endpoint: inserted });
    return inserted;
  });
  return { endpoint, secret };
}
