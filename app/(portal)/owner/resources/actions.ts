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
import { type AnsweredState, CONFIRMED_FIELD, type FormState, field, incompleteForm } from '../../_parts/form-state.ts';
import { errorsOf, fieldOf, readResourceForm } from './_resource/read-form.ts';
import { resourceHref } from './_resource/resource-href.ts';
import { reviewOf } from './_resource/review.ts';

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

/** Shows what the form would change of a resource; when just that has been shown, publishes it. */
export async function change(_: AnsweredState | undefined, form: FormData): Promise<AnsweredState | undefined> {
  const context = await actionContext(form);
  const { resource } = await readOwnResource(context, field(form, 'identifier'));
  const owner = await findOrganisation(context.db, context.actor.actingFor?.orgNo ?? '');
  if (!owner) notFound();
  const details = readResourceForm(form, owner, resource);
  const errors = await errorsOf(details, false);
  if (errors.length > 0) return incompleteForm(form, errors);
  const { identifier } = resource;
  const review = await reviewOf(resource, details);
  if (review.confirm?.value !== field(form, CONFIRMED_FIELD)) return { ...incompleteForm(form, []), ...review };
  const refused = await attempt(form, () => updateResource(context, { identifier, details }), fieldOf);
  return refused ?? redirect(`${resourceHref(identifier, 'publish')}&done=changed`);
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
