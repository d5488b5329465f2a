'use server';

import { redirect } from 'next/navigation';
import { BareError, ProblemError } from '#lib/kernel/errors.ts';
import type { Policy } from '#lib/resources/model.ts';
import { withMinimumLevel, withoutRule, withSentence } from '#lib/resources/policies/edit-policy.ts';
import { readOwnResource } from '#lib/resources/read-own-resource.ts';
import { savePolicy } from '#lib/resources/save-policy.ts';
import { actionContext } from '#lib/session/action-context.ts';
import { translator } from '#lib/session/translator.ts';
import { attempt, attemptAndGo } from '../../../_parts/attempt.ts';
import { type FormState, field, fields, incompleteForm } from '../../../_parts/form-state.ts';
import { resourceHref } from '../_resource/resource-href.ts';

const POLICY_MAX_BYTES = 1024 * 1024;
const ACTION = /^[\w:./-]{1,100}$/;

/** Puts the sentence of the form into the policy as it is now. */
export async function saveSentence(_: FormState | undefined, form: FormData): Promise<FormState | undefined> {
  const context = await actionContext(form);
  const t = await translator('owner');
  const identifier = field(form, 'identifier');
  const roles = fields(form, 'roles');
  const packages = fields(form, 'packages');
  const others = field(form, 'otherActions')
    .split(/[\s,]+/)
    .filter(Boolean);
  const actions = [...new Set([...fields(form, 'actions'), ...others])];
  const errors = [
    ...(roles.length + packages.length === 0 && !form.has('hasOthers')
      ? [{ fieldId: 'roles', text: t('rules.subjectMissing') }]
      : []),
    ...(actions.length === 0 ? [{ fieldId: 'actions', text: t('rules.actionMissing') }] : []),
    ...(others.every((action) => ACTION.test(action))
      ? []
      : [{ fieldId: 'otherActions', text: t('rules.actionWrong') }]),
  ];
  if (errors.length > 0) return incompleteForm(form, errors);
  const { stored } = await readOwnResource(context, identifier);
  const policy = withSentence(stored?.policy, identifier, {
    index: indexOf(form),
    sentence: { roles, packages, actions },
  });
  const refused = await attempt(
    form,
    () => savePolicy(context, { identifier, policy }),
    () => 'roles',
  );
  return refused ?? redirect(doneHref(identifier));
}

/** Takes a rule out of the policy. */
export async function removeSentence(form: FormData): Promise<void> {
  const context = await actionContext(form);
  const identifier = field(form, 'identifier');
  const index = indexOf(form);
  await attemptAndGo(
    async () => {
      const { stored } = await readOwnResource(context, identifier);
      if (!stored || index === undefined) return;
      await savePolicy(context, { identifier, policy: withoutRule(stored.policy, index) });
    },
    { done: doneHref(identifier), refused: resourceHref(identifier, 'rules') },
  );
}

/** Changes the authentication level that the policy demands. */
export async function setLevel(_: FormState | undefined, form: FormData): Promise<FormState | undefined> {
  const context = await actionContext(form);
  const identifier = field(form, 'identifier');
  const level = ['2', '3', '4'].includes(field(form, 'level')) ? Number(field(form, 'level')) : undefined;
  const { stored } = await readOwnResource(context, identifier);
  const policy = withMinimumLevel(stored?.policy, level);
  const refused = await attempt(
    form,
    () => savePolicy(context, { identifier, policy }),
    () => 'level',
  );
  return refused ?? redirect(doneHref(identifier));
}

/** Replaces the policy by an uploaded one. */
export async function upload(_: FormState | undefined, form: FormData): Promise<FormState | undefined> {
  const context = await actionContext(form);
  const t = await translator('owner');
  const identifier = field(form, 'identifier');
  const file = form.get('policy');
  if (!(file instanceof File) || file.size === 0) {
    return incompleteForm(form, [{ fieldId: 'policy', text: t('rules.fileMissing') }]);
  }
  if (file.size > POLICY_MAX_BYTES) return incompleteForm(form, [{ fieldId: 'policy', text: t('rules.fileTooLarge') }]);
  const reason = await refusalOf(savePolicy(context, { identifier, policy: await file.text() }));
  if (reason !== undefined)
    return incompleteForm(form, [{ fieldId: 'policy', text: t('rules.fileRefused', { reason }) }]);
  return redirect(doneHref(identifier));
}

/** Why a policy was not taken, as the registry says it; `undefined` when it was. */
async function refusalOf(saving: Promise<Policy>): Promise<string | undefined> {
  try {
    await saving;
    return undefined;
  } catch (error) {
    if (error instanceof ProblemError && error.status === 500) return 'Not XML';
    if (!(error instanceof BareError) || error.status !== 400) throw error;
    return error.body.replace(/^"|"$/g, '').replace('Policy not accepted: ', '');
  }
}

function indexOf(form: FormData): number | undefined {
  const text = field(form, 'index');
  return /^\d{1,3}$/.test(text) ? Number(text) : undefined;
}

function doneHref(identifier: string): string {
  return `${resourceHref(identifier, 'rules')}&done=rules`;
}
