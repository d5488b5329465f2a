'use server';

import { redirect } from 'next/navigation';
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
  const context = await actionContext(form);
  const input = { orgNo: field(form, 'orgNo'), reason: field(form, 'reason') };
  const missing = await missingReason(form);
  if (missing) return missing;
  const refused = await attempt(
    form,
    () => refuseApplication(context, input),
    () => 'reason',
  );
  return refused ?? redirect(pagesOf(input.orgNo, 'refused').done);
}

/** Stops a vendor, with the reason of the form. */
export async function suspend(_: FormState | undefined, form: FormData): Promise<FormState | undefined> {
  const context = await actionContext(form);
  const input = { orgNo: field(form, 'orgNo'), reason: field(form, 'reason') };
  const missing = await missingReason(form);
  if (missing) return missing;
  const refused = await attempt(
    form,
    () => suspendVendor(context, input),
    () => 'reason',
  );
  return refused ?? redirect(pagesOf(input.orgNo, 'suspended').done);
}

async function missingReason(form: FormData): Promise<FormState | undefined> {
  if (field(form, 'reason') !== '') return undefined;
  const t = await translator('platform');
  return incompleteForm(form, [{ fieldId: 'reason', text: t('vendor.reasonMissing') }]);
}

function pagesOf(orgNo: string, done: string) {
  const refused = `/platform/vendors/${encodeURIComponent(orgNo)}`;
  return { done: `${refused}?done=${done}`, refused };
}
