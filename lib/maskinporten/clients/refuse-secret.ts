import type { Context } from '../../context/context.ts';
import { WRITE_CLIENTS } from '../administration/authority.ts';
import { administrationProblem } from '../administration/problems.ts';
import { assertOwnClient } from './own-client.ts';

/**
 * Refuses to make a client secret: clients here prove themselves by key alone.
 * @throws BareError 401, 403 · ProblemError 400 `secret_not_supported`, 404 `client_not_found`
 */
export async function refuseSecret(context: Context, input: { readonly clientId: string }): Promise<never> {
  await assertOwnClient(context, input.clientId, WRITE_CLIENTS);
  throw administrationProblem('secret_not_supported');
}
