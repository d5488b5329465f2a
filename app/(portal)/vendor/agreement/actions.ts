'use server';

import { redirect } from 'next/navigation';
import { applyForTest } from '#lib/onboarding/apply-for-test.ts';
import { applicationForm } from '#lib/onboarding/schema.ts';
import { signAndApplyForProduction } from '#lib/onboarding/sign-and-apply-for-production.ts';
import { actionContext } from '#lib/session/action-context.ts';
import { pageLanguage, translator } from '#lib/session/translator.ts';
import { type FormState, field, incompleteForm, refusedForm } from '../../_parts/form-state.ts';

type State = FormState | undefined;

/** Asks the operator for access in test. */
export async function apply(_: State, form: FormData): Promise<State> {
  const t = await translator('vendor');
  const read = applicationForm.safeParse({
    contactName: field(form, 'contactName'),
    contactEmail: field(form, 'contactEmail'),
    purpose: field(form, 'purpose'),
  });
  if (!read.success) {
    const wrong = new Set(read.error.issues.map(({ path }) => path[0]));
    const fields = (['contactName', 'contactEmail', 'purpose'] as const).filter((name) => wrong.has(name));
    return incompleteForm(
      form,
      fields.map((name) => ({ fieldId: name, text: t(`agreement.apply.errors.${name}`) })),
    );
  }
  const context = await actionContext(form);
  try {
    await applyForTest(context, { ...read.data, orgNo: context.actor.actingFor?.orgNo ?? '' });
  } catch (error) {
    return refusedForm(form, error, await pageLanguage(), () => 'contactName');
  }
  return redirect('/vendor/agreement?done=applied');
}

/** Accepts the terms in the person's name and asks for production. */
export async function sign(_: State, form: FormData): Promise<State> {
  const t = await translator('vendor');
  if (field(form, 'accept') === '') {
    return incompleteForm(form, [{ fieldId: 'accept', text: t('agreement.sign.acceptMissing') }]);
  }
  const context = await actionContext(form);
  try {
    await signAndApplyForProduction(context, { orgNo: context.actor.actingFor?.orgNo ?? '' });
  } catch (error) {
    return refusedForm(form, error, await pageLanguage(), () => 'accept');
  }
  return redirect('/vendor/agreement?done=signed');
}
