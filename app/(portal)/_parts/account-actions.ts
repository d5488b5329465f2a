'use server';

import { redirect } from 'next/navigation';
import { actionContext, assertOwnForm } from '#lib/session/action-context.ts';
import { parseReturnTo } from '#lib/session/return-to.ts';
import { signInSynthetic } from '#lib/session/sign-in.ts';
import { endCurrentSession } from '#lib/session/sign-out.ts';
import { field } from './form-state.ts';

/** Ends the session on the server and goes to the front page, or to the log-in when the form names a page to come back to. */
export async function logOut(form: FormData): Promise<void> {
  await assertOwnForm();
  await endCurrentSession();
  const returnTo = parseReturnTo(field(form, 'returnTo'));
  redirect(returnTo === '/' ? '/' : `/login?returnTo=${encodeURIComponent(returnTo)}`);
}

/** Signs in a synthetic person chosen from the list. */
export async function logInAs(form: FormData): Promise<void> {
  await assertOwnForm();
  const returnTo = parseReturnTo(field(form, 'returnTo'));
  const refusal = await signInSynthetic({ personUuid: field(form, 'personUuid') });
  redirect(refusal ? `/login?error=${refusal}&returnTo=${encodeURIComponent(returnTo)}` : returnTo);
}

/** Notes that the person is still there; when the session is over already, the log-in follows. */
export async function stayLoggedIn(): Promise<void> {
  await actionContext();
}
