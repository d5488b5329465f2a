'use server';

import { redirect } from 'next/navigation';
import { ProblemError } from '#lib/kernel/errors.ts';
import { createOwnSystemUser } from '#lib/requests/create-own-system-user.ts';
import { ACTING_FOR_FIELD, actionContext } from '#lib/session/action-context.ts';
import { field } from '../../../_parts/form-state.ts';

/** Takes the system into use for the organisation that the page was shown for. */
export async function create(form: FormData): Promise<void> {
  const context = await actionContext(form);
  const systemId = field(form, 'systemId');
  let target: string;
  try {
    const user = await createOwnSystemUser(context, { party: { uuid: field(form, ACTING_FOR_FIELD) }, systemId });
    target = `/system-users/${user.id}?done=created`;
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code === undefined) throw error;
    target = `/system-users/new?system=${encodeURIComponent(systemId)}&problem=${error.code}`;
  }
  redirect(target);
}
