'use server';

import { redirect } from 'next/navigation';
import { redeliver } from '#lib/events/deliveries/redeliver.ts';
import { createEndpoint } from '#lib/events/endpoints/create-endpoint.ts';
import { readEndpoint } from '#lib/events/endpoints/read-endpoints.ts';
import { removeEndpoint } from '#lib/events/endpoints/remove-endpoint.ts';
import { rotateSecret } from '#lib/events/endpoints/rotate-secret.ts';
import { sendTestEvent } from '#lib/events/endpoints/send-test-event.ts';
import { pauseEndpoint, updateEndpoint } from '#lib/events/endpoints/update-endpoint.ts';
import { ProblemError } from '#lib/kernel/errors.ts';
import { actionContext } from '#lib/session/action-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { type AnsweredState, field, fields, incompleteForm, refusedForm } from '../../../_parts/form-state.ts';
import { LIST, pathOf } from './_parts/paths.ts';

type State = AnsweredState | undefined;

/** Adds an address and answers with its secret, which is shown nowhere else. */
export async function create(_: State, form: FormData): Promise<State> {
  const missing = await missingUrl(form);
  if (missing) return missing;
  const context = await actionContext(form);
  try {
    return await secretAnswer((await createEndpoint(context, choicesIn(form))).secret);
  } catch (error) {
    return refusedForm(form, error, await pageLanguage(), fieldOf);
  }
}

/** Saves what an address listens to. */
export async function save(_: State, form: FormData): Promise<State> {
  const missing = await missingUrl(form);
  if (missing) return missing;
  const context = await actionContext(form);
  const endpointId = field(form, 'endpointId');
  try {
    const { active } = await readEndpoint(context, { endpointId });
    await updateEndpoint(context, { ...choicesIn(form), endpointId, active });
  } catch (error) {
    return refusedForm(form, error, await pageLanguage(), fieldOf);
  }
  return redirect(`${pathOf(endpointId)}?done=saved`);
}

/** Makes a new secret and answers with it. */
export async function rotate(_: State, form: FormData): Promise<State> {
  const context = await actionContext(form);
  try {
    return await secretAnswer((await rotateSecret(context, { endpointId: field(form, 'endpointId') })).secret);
  } catch (error) {
    return refusedForm(form, error, await pageLanguage(), fieldOf);
  }
}

/** Pauses an address, or lets it go on. */
export async function pause(form: FormData): Promise<void> {
  const context = await actionContext(form);
  const endpointId = field(form, 'endpointId');
  const active = field(form, 'active') === 'true';
  await pauseEndpoint(context, { endpointId, active });
  redirect(`${pathOf(endpointId)}?done=${active ? 'resumed' : 'paused'}`);
}

/** Sends a test event. */
export async function sendTest(form: FormData): Promise<void> {
  const context = await actionContext(form);
  const endpointId = field(form, 'endpointId');
  await sendTestEvent(context, { endpointId });
  redirect(`${pathOf(endpointId)}?done=tested#log`);
}

/** Sends a delivery again. */
export async function resend(form: FormData): Promise<void> {
  const context = await actionContext(form);
  const endpointId = field(form, 'endpointId');
  let done = 'resent';
  try {
    await redeliver(context, { endpointId, number: field(form, 'number') });
  } catch (error) {
    if (!(error instanceof ProblemError) || error.status !== 409) throw error;
    done = 'busy';
  }
  redirect(`${pathOf(endpointId)}?done=${done}#log`);
}

/** Removes an address. */
export async function remove(form: FormData): Promise<void> {
  const context = await actionContext(form);
  await removeEndpoint(context, { endpointId: field(form, 'endpointId') });
  redirect(`${LIST}?done=removed`);
}

function choicesIn(form: FormData) {
  return {
    url: field(form, 'url'),
    eventTypes: fields(form, 'eventType'),
    systemIds: fields(form, 'system').flatMap((lines) => lines.split(/\s+/).filter((id) => id !== '')),
  };
}

async function secretAnswer(secret: string): Promise<State> {
  const t = await translator('webhooks');
  const copied = (await translator('common'))('actions.copied');
  const toCopy = { label: t('secret'), value: secret, copy: t('copySecret'), copied };
  return {
    values: {},
    errors: [],
    answer: { tone: 'success', title: t('secretTitle'), text: t('secretText'), toCopy, sections: [] },
  };
}

async function missingUrl(form: FormData): Promise<State> {
  if (field(form, 'url') !== '') return undefined;
  const t = await translator('webhooks');
  return incompleteForm(form, [{ fieldId: 'url', text: t('form.urlMissing') }]);
}

function fieldOf(codeOrMember: string): string {
  if (codeOrMember.includes('type')) return 'eventType';
  return codeOrMember.includes('system') ? 'system' : 'url';
}
