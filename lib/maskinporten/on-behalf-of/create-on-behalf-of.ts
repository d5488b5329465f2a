import type { Context } from '../../context/context.ts';
import { assertOrgNo } from '../administration/organisation-names.ts';
import { administrationProblem } from '../administration/problems.ts';
import { changeOnBehalfOf, type OnBehalfOfInput } from './change-on-behalf-of.ts';
import { isOnBehalfOf } from './model.ts';
import type { OnBehalfOfClient } from './read-on-behalf-of.ts';
import type { OnBehalfOfBody } from './schema.ts';
import { insertOnBehalfOf } from './store.ts';

/**
 * Registers somebody in whose name a client acts.
 * @throws BareError 401, 403 · ProblemError 400, 404 `client_not_found`, 409 `on_behalf_of_exists`, 412
 * @see `maskinporten.md` §12.8
 */
export function createOnBehalfOf(context: Context, input: OnBehalfOfInput & OnBehalfOfBody): Promise<OnBehalfOfClient> {
  return changeOnBehalfOf(context, input, async (tx, clientId) => {
    const onBehalfOf = assertValue(input.onBehalfOf);
    assertOrgNo(input.settings.orgNo, 'orgno');
    const after = {
      ...input.settings,
      clientId,
      onBehalfOf,
      active: true,
      createdAt: context.now,
      updatedAt: context.now,
    };
    if (!(await insertOnBehalfOf(tx, after))) throw administrationProblem('on_behalf_of_exists');
    return { action: 'created', before: undefined, after };
  });
}

function assertValue(text: string | undefined): string {
  if (text !== undefined && isOnBehalfOf(text)) return text;
  throw administrationProblem('invalid_request', {
    field: 'onbehalfof',
    detail: 'onbehalfof is required: 1 to 100 letters, digits, ".", "_" and "-".',
  });
}
