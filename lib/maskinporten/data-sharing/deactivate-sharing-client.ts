import type { Context } from '../../context/context.ts';
import { forbidden } from '../../kernel/errors.ts';
import { administrationProblem } from '../administration/problems.ts';
import { deactivateClient } from '../clients/deactivate-client.ts';
import { findClient } from '../clients/find-client.ts';
import { consumersOf } from './consumers.ts';

/**
 * Takes a client of one of the caller's organisations out of use; not one that it only supplies.
 * @throws BareError 401, 403 · ProblemError 404 `client_not_found`
 */
export async function deactivateSharingClient(context: Context, input: { readonly clientId: string }): Promise<void> {
  const consumers = await consumersOf(context);
  const client = await findClient(context.db, input.clientId);
  if (!client) throw administrationProblem('client_not_found');
  const consumer = consumers.find(({ orgNo }) => orgNo === client.orgNo);
  if (!consumer) throw forbidden();
  await deactivateClient(consumer.context, input);
}
