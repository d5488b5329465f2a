'use server';

import { redirect } from 'next/navigation';
import type { Context } from '#lib/context/context.ts';
import { grantProduction } from '#lib/onboarding/grant-production.ts';
import { grantTest } from '#lib/onboarding/grant-test.ts';
import { refuseApplication } from '#lib/onboarding/refuse-application.ts';
import { resumeVendor, suspendVendor } from '#lib/onboarding/suspend-vendor.ts';
import { actionContext } from '#lib/session/action-context.ts';
import { translator } from '#lib/session/translator.ts';
import { attempt, attemptAndGo } from '../../_parts/attempt.ts';
import { type FormState, field, incompleteForm } from '../../_parts/form-state.ts';

/** Lets a vendor into test. */
export async function letIntoTest(form: FormData): Promise<void> {
  const context = await actionContext(form);
  const orgNo = field(form, 'orgNo');
  await attemptAndGo(() => grantTest(context, orgNo), pagesOf(orgNo, 'test'));
}

/** Lets a vendor into production. */
export async function letIntoProduction(form: FormData): Promise<void> {
  const context = await actionContext(form);
  const orgNo = field(form, 'orgNo');
  await attemptAndGo(() => grantProduction(context, orgNo), pagesOf(orgNo, 'production'));
}

/** Lets a suspended vendor go on. */
export async function resume(form: FormData): Promise<void> {
  const context = await actionContext(form);
  const orgNo = field(form, 'orgNo');
  await attemptAndGo(() => resumeVendor(context, { orgNo }), pagesOf(orgNo, 'resumed'));
}

/** Says no to an application, with the reason of the form. */
export async function refuse(_: FormState | undefined, form: FormData): Promise<FormState | undefined> {
  return withReason(form, refuseApplication, 'refused');
}

/** Stops a vendor, with the reason of the form. */
export async function suspend(_: FormState | undefined, form: FormData): Promise<FormState | undefined> {
  return withReason(form, suspendVendor, 'suspended');
}

/** Does what needs a reason; without one the form comes back. */
async function withReason(
  form: FormData,
  act: (context: Context, input: { readonly orgNo: string; readonly reason: string }) => Promise<unknown>,
  done: string,
): Promise<FormState> {
  const context = await actionContext(form);
  const input = { orgNo: field(form, 'orgNo'), reason: field(form, 'reason') };
  if (input.reason === '') {
    const t = await translator('platform');
    return incompleteForm(form, [{ fieldId: 'reason', text: t('vendor.reasonMissing') }]);
  }
  const refused = await attempt(
    form,
    () => act(context, input),
    () => 'reason',
  );
  return refused ?? redirect(pagesOf(input.orgNo, done).done);
}

function pagesOf(orgNo: string, done: string) {
  const refused = `/platform/vendors/${encodeURIComponent(orgNo)}`;
  return { done: `${refused}?done=${done}`, refused };
}
