'use server';

import { redirect } from 'next/navigation';
import { BareError } from '#lib/kernel/errors.ts';
import { changeMembers } from '#lib/resources/access-lists/change-members.ts';
import { connectResource, disconnectResource } from '#lib/resources/access-lists/connect-resource.ts';
import { deleteAccessList } from '#lib/resources/access-lists/delete-access-list.ts';
import { ORG_NO_URN } from '#lib/resources/access-lists/party-urn.ts';
import { saveAccessList } from '#lib/resources/access-lists/save-access-list.ts';
import { actionContext } from '#lib/session/action-context.ts';
import { translator } from '#lib/session/translator.ts';
import { attempt, attemptAndGo } from '../../_parts/attempt.ts';
import { type FormState, field, incompleteForm } from '../../_parts/form-state.ts';
import { parseOrgNos } from '../_parts/org-nos.ts';

const IDENTIFIER = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Creates a list; one that is there already stays as it is. */
export async function create(_: FormState | undefined, form: FormData): Promise<FormState | undefined> {
  const context = await actionContext(form);
  const t = await translator('owner');
  const key = keyOf(form, context.actor.actingFor?.orgNo);
  const input = { ...key, name: field(form, 'name'), description: field(form, 'description') };
  const errors = [
    ...(IDENTIFIER.test(key.identifier) ? [] : [{ fieldId: 'identifier', text: t('lists.idWrong') }]),
    ...(input.name === '' ? [{ fieldId: 'name', text: t('lists.nameMissing') }] : []),
  ];
  if (errors.length > 0) return incompleteForm(form, errors);
  try {
    const conditions = { ifNoneMatch: ['*'] };
    const refused = await attempt(
      form,
      () => saveAccessList(context, { ...input, conditions }),
      (member) => member,
    );
    if (refused) return refused;
  } catch (error) {
    if (!(error instanceof BareError) || error.status !== 412) throw error;
    return incompleteForm(form, [{ fieldId: 'identifier', text: t('lists.idTaken') }]);
  }
  redirect(`${hrefOf(key.identifier)}?done=created`);
}

/** Puts the organisations of the form on the list. */
export async function addMembers(form: FormData): Promise<void> {
  const context = await actionContext(form);
  const key = keyOf(form, context.actor.actingFor?.orgNo);
  const parties = parseOrgNos(field(form, 'orgNos')).orgNos.map((orgNo) => `${ORG_NO_URN}:${orgNo}`);
  await attemptAndGo(
    () => changeMembers(context, { ...key, change: 'add', parties, conditions: {} }),
    pagesOf(key, 'added'),
  );
}

/** Takes an organisation off the list. */
export async function removeMember(form: FormData): Promise<void> {
  const context = await actionContext(form);
  const key = keyOf(form, context.actor.actingFor?.orgNo);
  const parties = [`${ORG_NO_URN}:${field(form, 'orgNo')}`];
  await attemptAndGo(
    () => changeMembers(context, { ...key, change: 'remove', parties, conditions: {} }),
    pagesOf(key, 'removed'),
  );
}

/** Opens a resource to the list. */
export async function connect(_: FormState | undefined, form: FormData): Promise<FormState | undefined> {
  const context = await actionContext(form);
  const key = keyOf(form, context.actor.actingFor?.orgNo);
  const actionFilters = field(form, 'actions')
    .split(/[\s,]+/)
    .filter(Boolean);
  const resourceId = field(form, 'resource');
  const refused = await attempt(
    form,
    () => connectResource(context, { ...key, resourceId, actionFilters }),
    () => 'resource',
  );
  return refused ?? redirect(pagesOf(key, 'connected').done);
}

/** Closes a resource to the list. */
export async function disconnect(form: FormData): Promise<void> {
  const context = await actionContext(form);
  const key = keyOf(form, context.actor.actingFor?.orgNo);
  const resourceId = field(form, 'resource');
  await attemptAndGo(() => disconnectResource(context, { ...key, resourceId }), pagesOf(key, 'disconnected'));
}

/** Deletes the list. */
export async function remove(form: FormData): Promise<void> {
  const context = await actionContext(form);
  const key = keyOf(form, context.actor.actingFor?.orgNo);
  await attemptAndGo(() => deleteAccessList(context, key), {
    done: '/owner/access-lists?done=deleted',
    refused: hrefOf(key.identifier),
  });
}

function keyOf(form: FormData, owner: string | undefined) {
  return { owner: owner ?? '', identifier: field(form, 'identifier'), conditions: {} };
}

function pagesOf({ identifier }: { readonly identifier: string }, done: string) {
  return { done: `${hrefOf(identifier)}?done=${done}`, refused: hrefOf(identifier) };
}

function hrefOf(identifier: string): string {
  return `/owner/access-lists/${encodeURIComponent(identifier)}`;
}
