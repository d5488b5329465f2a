'use server';

import { redirect } from 'next/navigation';
import { assertOwnForm } from '#lib/session/action-context.ts';
import { endCurrentSession } from '#lib/session/sign-out.ts';

/** Ends the session on the server and goes to the front page. */
export async function logOut(): Promise<void> {
  await assertOwnForm();
  await endCurrentSession();
  redirect('/');
}
