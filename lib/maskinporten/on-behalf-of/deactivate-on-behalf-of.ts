import type { Context } from '../../context/context.ts';
import { changeOnBehalfOf, type OnBehalfOfInput, presentOnBehalfOf } from './change-on-behalf-of.ts';
import { saveOnBehalfOf } from './store.ts';

/**
 * Takes an entry out of use and keeps it. Doing it twice is fine.
 * @throws BareError 401, 403 · ProblemError 404 `client_not_found`, `on_behalf_of_not_found`, 412
 */
export async function deactivateOnBehalfOf(
  context: Context,
  input: OnBehalfOfInput & { readonly id: string },
): Promise<void> {
  await changeOnBehalfOf(context, input, async (tx, clientId) => {
    const before = await presentOnBehalfOf(tx, clientId, input.id);
    if (!before.active) return { action: 'deactivated', before, after: before };
    const after = { ...before, active: false, updatedAt: context.now };
    await saveOnBehalfOf(tx, after);
    return { action: 'deactivated', before, after };
  });
}
