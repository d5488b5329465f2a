'use server';

import { redirect } from 'next/navigation';
import { assignPrefix } from '#lib/maskinporten/prefixes/assign-prefix.ts';
import { isPrefix } from '#lib/maskinporten/prefixes/model.ts';
import { updatePrefix } from '#lib/maskinporten/prefixes/update-prefix.ts';
import { actionContext } from '#lib/session/action-context.ts';
import { translator } from '#lib/session/translator.ts';
import { attempt, attemptAndGo } from '../../_parts/attempt.ts';
import { type FormState, field, incompleteForm } from '../../_parts/form-state.ts';

/** Gives a service owner a prefix. */
export async function assign(_: FormState | undefined, form: FormData): Promise<FormState | undefined> {
  const context = await actionContext(form);
  const ownerOrgNo = field(form, 'orgNo');
  const prefix = field(form, 'prefix');
  if (!isPrefix(prefix)) {
    const t = await translator('platform');
    return incompleteForm(form, [{ fieldId: 'prefix', text: t('owners.prefixWrong') }]);
  }
  const refused = await attempt(
    form,
    () => assignPrefix(context, { prefix, ownerOrgNo, active: undefined }),
    () => 'prefix',
  );
  return refused ?? redirect(`/platform/owners/${encodeURIComponent(ownerOrgNo)}?done=assigned`);
}

/** Takes a prefix out of use, or into use again. */
export async function setActive(form: FormData): Promise<void> {
  const context = await actionContext(form);
  const href = `/platform/owners/${encodeURIComponent(field(form, 'orgNo'))}`;
  const active = field(form, 'active') === 'true';
  const prefix = field(form, 'prefix');
  await attemptAndGo(() => updatePrefix(context, { prefix, ownerOrgNo: undefined, active }), {
    done: `${href}?done=${active ? 'activated' : 'deactivated'}`,
    refused: href,
  });
}
