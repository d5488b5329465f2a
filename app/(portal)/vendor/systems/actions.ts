'use server';

import { redirect } from 'next/navigation';
import { deleteSystem } from '#lib/register/delete-system.ts';
import { readOwnSystem } from '#lib/register/read-system.ts';
import { registerSystem } from '#lib/register/register-system.ts';
import { updateSystem } from '#lib/register/update-system.ts';
import { actionContext } from '#lib/session/action-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { type FormState, field, incompleteForm, refusedForm } from '../../_parts/form-state.ts';
import { fieldOf, toDescription } from './to-description.ts';

type State = FormState | undefined;

/** Registers a system for the vendor that the form names. */
export async function create(_: State, form: FormData): Promise<State> {
  const context = await actionContext(form);
  const orgNo = context.actor.actingFor?.orgNo ?? '';
  const { description, errors } = toDescription(form, await translator('vendor'), { orgNo });
  if (!description) return incompleteForm(form, errors);
  try {
    await registerSystem(context, description);
  } catch (error) {
    return refusedForm(form, error, await pageLanguage(), fieldOf);
  }
  return redirect(`${pathOf(description.systemId)}?done=created`);
}

/** Replaces what the vendor decides about a system. */
export async function save(_: State, form: FormData): Promise<State> {
  const context = await actionContext(form);
  const systemId = field(form, 'systemId');
  try {
    const { vendorOrgNo: orgNo } = await readOwnSystem(context, systemId);
    const { description, errors } = toDescription(form, await translator('vendor'), { orgNo, systemId });
    if (!description) return incompleteForm(form, errors);
    await updateSystem(context, systemId, description);
  } catch (error) {
    return refusedForm(form, error, await pageLanguage(), fieldOf);
  }
  return redirect(`${pathOf(systemId)}?done=saved`);
}

/** Deletes a system for good. */
export async function remove(form: FormData): Promise<void> {
  const context = await actionContext(form);
  await deleteSystem(context, field(form, 'systemId'));
  redirect('/vendor/systems?done=deleted');
}

function pathOf(systemId: string): string {
  return `/vendor/systems/${encodeURIComponent(systemId)}`;
}
