'use server';

import { redirect } from 'next/navigation';
import { assertOwnForm } from '#lib/session/action-context.ts';
import { parseReturnTo } from '#lib/session/return-to.ts';
import { signInSynthetic } from '#lib/session/sign-in.ts';
import type { LoginRefusal } from '#lib/session/synthetic-login.ts';

/** Signs in the person whose number was written; the number stays in this call. */
export async function logInByNumber(_: LoginRefusal | undefined, form: FormData): Promise<LoginRefusal | undefined> {
  await assertOwnForm();
  const refusal = await signInSynthetic({ personNo: text(form, 'personNo') });
  if (refusal) return refusal;
  return redirect(parseReturnTo(text(form, 'returnTo')));
}

/** Signs in a synthetic person chosen from the list. */
export async function logInAs(form: FormData): Promise<void> {
  await assertOwnForm();
  const returnTo = parseReturnTo(text(form, 'returnTo'));
  const refusal = await signInSynthetic({ personUuid: text(form, 'personUuid') });
  redirect(refusal ? `/login?error=${refusal}&returnTo=${encodeURIComponent(returnTo)}` : returnTo);
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
