'use server';

import { redirect } from 'next/navigation';
import { createScope } from '#lib/maskinporten/scopes/create-scope.ts';
import { deactivateScope } from '#lib/maskinporten/scopes/deactivate-scope.ts';
import { giveAccess } from '#lib/maskinporten/scopes/give-access.ts';
import { readScope } from '#lib/maskinporten/scopes/read-scope.ts';
import { removeAccess } from '#lib/maskinporten/scopes/remove-access.ts';
import { scopeBody, toScopeDto } from '#lib/maskinporten/scopes/schema.ts';
import { isSubscope } from '#lib/maskinporten/scopes/scope-name.ts';
import { updateScope } from '#lib/maskinporten/scopes/update-scope.ts';
import { actionContext } from '#lib/session/action-context.ts';
import { translator } from '#lib/session/translator.ts';
import { attempt, attemptAndGo } from '../../_parts/attempt.ts';
import { type FormState, field, incompleteForm } from '../../_parts/form-state.ts';
import { parseOrgNos } from '../_parts/org-nos.ts';
import { fieldOf, readScopeForm } from './_scope/read-form.ts';
import { scopeHref } from './_scope/scope-href.ts';

/** Creates a scope from its form. */
export async function create(_: FormState | undefined, form: FormData): Promise<FormState | undefined> {
  const context = await actionContext(form);
  const read = await readScopeForm(form);
  const subscope = field(form, 'subscope');
  const nameErrors = isSubscope(subscope)
    ? []
    : [{ fieldId: 'subscope', text: (await translator('owner'))('scopes.subscopeWrong') }];
  if ('errors' in read) return incompleteForm(form, [...nameErrors, ...read.errors]);
  if (nameErrors.length > 0) return incompleteForm(form, nameErrors);
  const refused = await attempt(form, () => createScope(context, read.body), fieldOf);
  return refused ?? redirect(`${scopeHref(`${field(form, 'prefix')}:${subscope}`)}?done=created`);
}

/** Changes what the form shows of a scope. */
export async function change(_: FormState | undefined, form: FormData): Promise<FormState | undefined> {
  const context = await actionContext(form);
  const name = field(form, 'scope');
  const read = await readScopeForm(form, await readScope(context, { name }));
  if ('errors' in read) return incompleteForm(form, read.errors);
  const refused = await attempt(form, () => updateScope(context, { ...read.body, name }), fieldOf);
  return refused ?? redirect(`${scopeHref(name)}?done=changed`);
}

/** Gives the organisations of the form access. */
export async function give(form: FormData): Promise<void> {
  const context = await actionContext(form);
  const scope = field(form, 'scope');
  const { orgNos } = parseOrgNos(field(form, 'orgNos'));
  await attemptAndGo(
    async () => {
      for (const consumerOrgNo of orgNos) await giveAccess(context, { scope, consumerOrgNo });
    },
    { done: `${scopeHref(scope)}?done=given`, refused: scopeHref(scope) },
  );
}

/** Takes an organisation's access away, or says no to its request. */
export async function remove(form: FormData): Promise<void> {
  const context = await actionContext(form);
  const scope = field(form, 'scope');
  await attemptAndGo(() => removeAccess(context, { scope, consumerOrgNo: field(form, 'orgNo') }), {
    done: `${scopeHref(scope)}?done=removed`,
    refused: scopeHref(scope),
  });
}

/** Takes a scope out of use. */
export async function deactivate(form: FormData): Promise<void> {
  const context = await actionContext(form);
  const name = field(form, 'scope');
  await attemptAndGo(() => deactivateScope(context, { name }), {
    done: `${scopeHref(name)}?done=deactivated`,
    refused: scopeHref(name),
  });
}

/** Takes a scope into use again, as it was. */
export async function reactivate(form: FormData): Promise<void> {
  const context = await actionContext(form);
  const name = field(form, 'scope');
  const body = scopeBody.parse({ ...toScopeDto(await readScope(context, { name })), active: true });
  await attemptAndGo(() => updateScope(context, { ...body, name }), {
    done: `${scopeHref(name)}?done=reactivated`,
    refused: scopeHref(name),
  });
}
