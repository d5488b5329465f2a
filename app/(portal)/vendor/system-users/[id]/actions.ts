'use server';

import { redirect } from 'next/navigation';
import { parseUuid } from '#lib/kernel/brands.ts';
import { createChangeRequest } from '#lib/requests/create-change-request.ts';
import { endForCustomer } from '#lib/requests/end-for-customer.ts';
import { RESOURCE_ATTRIBUTE } from '#lib/resources/model.ts';
import { actionContext } from '#lib/session/action-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { type FormState, field, fields, incompleteForm, refusedForm } from '../../../_parts/form-state.ts';

/** Asks a customer to change what its system user has. */
export async function askForChange(_: FormState | undefined, form: FormData): Promise<FormState | undefined> {
  const t = await translator('vendor');
  const added = fields(form, 'add');
  const removed = fields(form, 'remove');
  const correlationId = parseUuid(field(form, 'correlationId'));
  const nothing = { fieldId: added.length > 0 ? 'remove' : 'add', text: t('customers.change.nothing') };
  if (added.length + removed.length === 0 || !correlationId) return incompleteForm(form, [nothing]);
  const context = await actionContext(form);
  let path: string;
  try {
    const made = await createChangeRequest(context, {
      correlationId,
      systemUserId: field(form, 'systemUserId'),
      requiredRights: rightsIn(added),
      unwantedRights: rightsIn(removed),
      requiredAccessPackages: valuesIn(added, 'package:'),
      unwantedAccessPackages: valuesIn(removed, 'package:'),
      vendorOrgNo: context.actor.actingFor?.orgNo ?? '',
    });
    if (made.outcome === 'no-change-needed') return incompleteForm(form, [nothing]);
    path = `/vendor/requests/${made.request.id}?done=${made.outcome === 'created' ? 'sent' : 'known'}`;
  } catch (error) {
    return refusedForm(form, error, await pageLanguage(), () => nothing.fieldId);
  }
  return redirect(path);
}

/** Ends the customer's system user; its page then says when. */
export async function end(form: FormData): Promise<void> {
  const context = await actionContext(form);
  const systemUserId = field(form, 'systemUserId');
  await endForCustomer(context, { systemUserId, vendorOrgNo: context.actor.actingFor?.orgNo ?? '' });
  redirect(`/vendor/system-users/${systemUserId}`);
}

function rightsIn(values: readonly string[]) {
  return valuesIn(values, 'right:').map((value) => ({ resource: [{ id: RESOURCE_ATTRIBUTE, value }] }));
}

function valuesIn(values: readonly string[], prefix: string): readonly string[] {
  return values.filter((value) => value.startsWith(prefix)).map((value) => value.slice(prefix.length));
}
