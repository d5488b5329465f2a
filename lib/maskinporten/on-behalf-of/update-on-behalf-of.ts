import type { Context } from '../../context/context.ts';
import { assertOrgNo } from '../administration/organisation-names.ts';
import { administrationProblem } from '../administration/problems.ts';
import { changeOnBehalfOf, type OnBehalfOfInput, presentOnBehalfOf } from './change-on-behalf-of.ts';
import { type OnBehalfOf, valueIn } from './model.ts';
import type { OnBehalfOfClient } from './read-on-behalf-of.ts';
import type { OnBehalfOfBody } from './schema.ts';
import { saveOnBehalfOf } from './store.ts';

/**
 * Replaces what the administrator decides of an entry; `active` true revives it. Its value never changes.
 * @throws BareError 401, 403 · ProblemError 400, 404 `client_not_found`, `on_behalf_of_not_found`, 412
 */
export function updateOnBehalfOf(
  context: Context,
  input: OnBehalfOfInput & OnBehalfOfBody & { readonly id: string },
): Promise<OnBehalfOfClient> {
  return changeOnBehalfOf(context, input, async (tx, clientId) => {
    const before = await presentOnBehalfOf(tx, clientId, input.id);
    const sent = input.onBehalfOf;
    if (sent !== undefined && valueIn(clientId, sent) !== before.onBehalfOf) {
      throw administrationProblem('immutable_field', { field: 'onbehalfof' });
    }
    assertOrgNo(input.settings.orgNo, 'orgno');
    const after: OnBehalfOf = {
      ...before,
      ...input.settings,
      active: input.active ?? before.active,
      updatedAt: context.now,
    };
    await saveOnBehalfOf(tx, after);
    return { action: 'changed', before, after };
  });
}
