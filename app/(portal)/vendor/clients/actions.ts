'use server';

import { redirect } from 'next/navigation';
import { deleteKey } from '#lib/maskinporten/client-keys/delete-keys.ts';
import { registerKeyText } from '#lib/maskinporten/client-keys/register-key-text.ts';
import { createClient } from '#lib/maskinporten/clients/create-client.ts';
import { deactivateClient } from '#lib/maskinporten/clients/deactivate-client.ts';
import { readClient } from '#lib/maskinporten/clients/read-client.ts';
import { clientBody } from '#lib/maskinporten/clients/schema.ts';
import { updateClient } from '#lib/maskinporten/clients/update-client.ts';
import { requestAccess } from '#lib/maskinporten/scopes/request-access.ts';
import { actionContext } from '#lib/session/action-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { type FormState, field, fields, incompleteForm, refusedForm } from '../../_parts/form-state.ts';

type State = FormState | undefined;

/** Creates a client for the vendor that the form names. */
export async function create(_: State, form: FormData): Promise<State> {
  const missing = await missingName(form);
  if (missing) return missing;
  const context = await actionContext(form);
  let clientId: string;
  try {
    clientId = (await createClient(context, bodyOf(form))).clientId;
  } catch (error) {
    return refusedForm(form, error, await pageLanguage(), fieldOf);
  }
  return redirect(`${pathOf(clientId)}?done=created#keys`);
}

/** Saves name and scopes; what the page does not show stays as it is. */
export async function save(_: State, form: FormData): Promise<State> {
  const missing = await missingName(form);
  if (missing) return missing;
  const context = await actionContext(form);
  const clientId = field(form, 'clientId');
  try {
    const { client } = await readClient(context, { clientId });
    const { settings } = bodyOf(form);
    await updateClient(context, {
      ...bodyOf(form),
      clientId,
      active: client.active,
      settings: { ...settings, accessTokenLifetime: client.accessTokenLifetime, details: client.details },
    });
  } catch (error) {
    return refusedForm(form, error, await pageLanguage(), fieldOf);
  }
  return redirect(`${pathOf(clientId)}?done=saved`);
}

/** Adds a public key from pasted text. */
export async function addKey(_: State, form: FormData): Promise<State> {
  const clientId = field(form, 'clientId');
  const text = field(form, 'keyText');
  if (text === '') {
    const t = await translator('vendor');
    return incompleteForm(form, [{ fieldId: 'keyText', text: t('clients.keyTextMissing') }]);
  }
  const context = await actionContext(form);
  let kid: string;
  try {
    kid = (await registerKeyText(context, { clientId, text })).key.kid;
  } catch (error) {
    // What was pasted may be a private key: it is not sent back.
    return { ...refusedForm(form, error, await pageLanguage(), () => 'keyText'), values: {} };
  }
  return redirect(`${pathOf(clientId)}?done=key-added&kid=${encodeURIComponent(kid)}`);
}

/** Removes one key. */
export async function removeKey(form: FormData): Promise<void> {
  const context = await actionContext(form);
  const clientId = field(form, 'clientId');
  await deleteKey(context, { clientId, kid: field(form, 'kid') });
  redirect(`${pathOf(clientId)}?done=key-removed`);
}

/** Takes the client out of use. */
export async function deactivate(form: FormData): Promise<void> {
  const context = await actionContext(form);
  const clientId = field(form, 'clientId');
  await deactivateClient(context, { clientId });
  redirect(`${pathOf(clientId)}?done=deactivated`);
}

/** Puts a deactivated client to use again. */
export async function reactivate(form: FormData): Promise<void> {
  const context = await actionContext(form);
  const clientId = field(form, 'clientId');
  const { client } = await readClient(context, { clientId });
  const { scopes, accessTokenLifetime, details } = client;
  await updateClient(context, {
    ...clientBody.parse({}),
    clientId,
    active: true,
    settings: { scopes, accessTokenLifetime, details },
  });
  redirect(`${pathOf(clientId)}?done=reactivated`);
}

/** Asks the owner of a scope for access. */
export async function askForScope(form: FormData): Promise<void> {
  const context = await actionContext(form);
  const clientId = field(form, 'clientId');
  await requestAccess(context, { scope: field(form, 'scope') });
  redirect(`${clientId === '' ? '/vendor/clients/new' : pathOf(clientId)}?done=asked`);
}

function bodyOf(form: FormData) {
  return clientBody.parse({ client_name: field(form, 'name'), scopes: fields(form, 'scope') });
}

async function missingName(form: FormData): Promise<State> {
  if (field(form, 'name') !== '') return undefined;
  const t = await translator('vendor');
  return incompleteForm(form, [{ fieldId: 'name', text: t('clients.nameMissing') }]);
}

function fieldOf(codeOrMember: string): string {
  return codeOrMember.includes('scope') ? 'scope' : 'name';
}

function pathOf(clientId: string): string {
  return `/vendor/clients/${encodeURIComponent(clientId)}`;
}
