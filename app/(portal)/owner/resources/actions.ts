'use server';

import { notFound, redirect } from 'next/navigation';
import { BareError } from '#lib/kernel/errors.ts';
import { findOrganisation } from '#lib/parties/find-party.ts';
import { createResource } from '#lib/resources/create-resource.ts';
import { readOwnResource } from '#lib/resources/read-own-resource.ts';
import { updateResource } from '#lib/resources/update-resource.ts';
import { actionContext } from '#lib/session/action-context.ts';
import { translator } from '#lib/session/translator.ts';
import { attempt, attemptAndGo } from '../../_parts/attempt.ts';
import { type FormState, field, incompleteForm } from '../../_parts/form-state.ts';
import { errorsOf, fieldOf, readResourceForm } from './_resource/read-form.ts';
import { resourceHref } from './_resource/resource-href.ts';

/** Registers a resource and goes on to its rules. */
export async function create(_: FormState | undefined, form: FormData): Promise<FormState | undefined> {
  const context = await actionContext(form);
  const owner = await findOrganisation(context.db, context.actor.actingFor?.orgNo ?? '');
  if (!owner) notFound();
  const details = readResourceForm(form, owner);
  const errors = await errorsOf(details, true);
  if (errors.length > 0) return incompleteForm(form, errors);
  const t = await translator('owner');
  try {
    const refused = await attempt(form, () => createResource(context, details), fieldOf);
    if (refused) return refused;
  } catch (error) {
    if (!(error instanceof BareError) || error.status !== 409) throw error;
    return incompleteForm(form, [{ fieldId: 'identifier', text: t('resources.idTaken') }]);
  }
  redirect(`${resourceHref(details.identifier, 'rules')}&done=created`);
}

/** Changes what the form shows of a resource. */
export async function change(_: FormState | undefined, form: FormData): Promise<FormState | undefined> {
  const context = await actionContext(form);
  const { resource } = await readOwnResource(context, field(form, 'identifier'));
  const owner = await findOrganisation(context.db, context.actor.actingFor?.orgNo ?? '');
  if (!owner) notFound();
  const details = readResourceForm(form, owner, resource);
  const errors = await errorsOf(details, false);
  if (errors.length > 0) return incompleteForm(form, errors);
  const { identifier } = resource;
  const refused = await attempt(form, () => updateResource(context, { identifier, details }), fieldOf);
  return refused ?? redirect(`${resourceHref(identifier)}?done=changed`);
}

/** Opens a resource to all organisations, or to those on its lists only. */
export async function setListMode(form: FormData): Promise<void> {
  const context = await actionContext(form);
  const identifier = field(form, 'identifier');
  const accessListMode = field(form, 'mode') === 'Enabled' ? 'Enabled' : 'Disabled';
  await attemptAndGo(
    async () => {
      const { resource } = await readOwnResource(context, identifier);
      await updateResource(context, { identifier, details: { ...resource, accessListMode } });
    },
    { done: `${resourceHref(identifier, 'access')}&done=mode`, refused: resourceHref(identifier, 'access') },
  );
}
