'use server';

import { redirect } from 'next/navigation';
import { createRequest } from '#lib/requests/create-request.ts';
import { isReference } from '#lib/requests/reference.ts';
import { withdrawRequest } from '#lib/requests/withdraw-request.ts';
import { RESOURCE_ATTRIBUTE } from '#lib/resources/model.ts';
import { actionContext } from '#lib/session/action-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { type FormState, field, fields, incompleteForm, refusedForm } from '../../_parts/form-state.ts';

type State = FormState | undefined;

/** Asks a customer for a system user; asking for the same again leads to the request that is there. */
export async function send(_: State, form: FormData): Promise<State> {
  const t = await translator('vendor');
  const rights = fields(form, 'right');
  const packages = fields(form, 'package');
  const externalRef = field(form, 'externalRef');
  if (!isReference(externalRef)) {
    return incompleteForm(form, [{ fieldId: 'externalRef', text: t('requests.form.errors.reference') }]);
  }
  if (rights.length + packages.length === 0) {
    return incompleteForm(form, [{ fieldId: 'needs', text: t('requests.form.errors.needs') }]);
  }
  const context = await actionContext(form);
  const kind = field(form, 'kind') === 'agent' ? 'agent' : 'standard';
  let path: string;
  try {
    const { request, created } = await createRequest(context, {
      kind,
      systemId: field(form, 'systemId'),
      partyOrgNo: field(form, 'orgNo'),
      externalRef: externalRef || undefined,
      redirectUrl: field(form, 'redirectUrl') || undefined,
      rights: rights.map((value) => ({ resource: [{ id: RESOURCE_ATTRIBUTE, value }] })),
      accessPackages: packages,
      vendorOrgNo: context.actor.actingFor?.orgNo ?? '',
    });
    path = `/vendor/requests/${request.id}?done=${created ? 'sent' : 'known'}`;
  } catch (error) {
    return refusedForm(form, error, await pageLanguage(), fieldOf);
  }
  return redirect(path);
}

/** Takes a request back. */
export async function withdraw(form: FormData): Promise<void> {
  const context = await actionContext(form);
  const what = field(form, 'what') === 'change' ? 'change' : 'request';
  const vendorOrgNo = context.actor.actingFor?.orgNo ?? '';
  await withdrawRequest(context, { what, id: field(form, 'id'), vendorOrgNo });
  redirect('/vendor/requests?done=withdrawn');
}

/** The field that a refusal is about: the triple is told apart by its reference, contents by what is ticked. */
function fieldOf(codeOrMember: string): string {
  const contents = ['AUTH-00001', 'AUTH-00058', 'AUTH-00059', 'AUTH-00063', 'AUTH-00064', 'AUTH-00065'];
  return contents.includes(codeOrMember) ? 'needs' : 'externalRef';
}
