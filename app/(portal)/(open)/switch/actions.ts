'use server';

import { redirect } from 'next/navigation';
import { assertOwnForm } from '#lib/session/action-context.ts';
import { parseReturnTo } from '#lib/session/return-to.ts';
import { switchOrganisation } from '#lib/session/switch-organisation.ts';

/** Acts for the chosen organisation from now on, under a new session id. */
export async function chooseOrganisation(form: FormData): Promise<void> {
  await assertOwnForm();
  await switchOrganisation(String(form.get('organisation') ?? ''));
  redirect(parseReturnTo(String(form.get('returnTo') ?? '')));
}
