'use server';

import { redirect } from 'next/navigation';
import { startChangeJob } from '#lib/requests/bulk/start-change-job.ts';
import { actionContext } from '#lib/session/action-context.ts';
import { field, fields } from '../../../_parts/form-state.ts';

/** Lets the chosen customers, or all that miss something, be asked in the background. */
export async function askMany(form: FormData): Promise<void> {
  const context = await actionContext(form);
  const systemUserIds = field(form, 'all') === 'yes' ? 'all' : fields(form, 'user');
  const count = await startChangeJob(context, { vendorOrgNo: context.actor.actingFor?.orgNo ?? '', systemUserIds });
  redirect(`/vendor/system-users?show=missing${count === 0 ? '&done=none' : ''}`);
}
