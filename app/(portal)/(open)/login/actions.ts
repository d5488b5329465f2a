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

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
