'use server';

import { redirect } from 'next/navigation';
import { BareError, ProblemError } from '#lib/kernel/errors.ts';
import { askForChange } from '#lib/requests/ask-for-change.ts';
import { wordsToVendorSchema } from '#lib/requests/schema.ts';
import { withdrawAgentSystemUser, withdrawSystemUser } from '#lib/requests/withdraw-system-user.ts';
import { ACTING_FOR_FIELD, actionContext } from '#lib/session/action-context.ts';
import { signedIn } from '#lib/session/page-context.ts';
import { resumeSystemUser, suspendSystemUser } from '#lib/systemusers/change-suspension.ts';
import { delegateToSelf, revokeFromSelf } from '#lib/systemusers/clients/delegate-to-self.ts';
import type { ClientChange } from '#lib/systemusers/clients/jobs/model.ts';
import { startClientJob } from '#lib/systemusers/clients/jobs/start-client-job.ts';
import { field, fields } from '../../../_parts/form-state.ts';

/** Withdraws the system user; one that is gone already is as good as withdrawn. */
export async function withdraw(form: FormData): Promise<void> {
  const context = await actionContext(form);
  const orgUuid = field(form, ACTING_FOR_FIELD);
  const input = { party: { uuid: orgUuid }, systemUserId: field(form, 'id') };
  try {
    if (field(form, 'userType') === 'agent') await withdrawAgentSystemUser(context, { ...input, withClients: true });
    else await withdrawSystemUser(context, input);
  } catch (error) {
    if (!isGone(error)) throw error;
  }
  // The list is the chosen organisation's; who came by a link may have chosen none, or another.
  const isChosen = (await signedIn())?.organisation?.uuid === orgUuid;
  redirect(`/system-users${isChosen ? '' : `/${input.systemUserId}`}?done=withdrawn`);
}

/** Suspends the system user; its page then says since when, or that it has ended meanwhile. */
export async function suspend(form: FormData): Promise<void> {
  await changeSuspension(form, suspendSystemUser, 'suspended');
}

/** Lets the system user act again; its page then says what it may do, or that it has ended meanwhile. */
export async function resume(form: FormData): Promise<void> {
  await changeSuspension(form, resumeSystemUser, 'resumed');
}

async function changeSuspension(
  form: FormData,
  change: typeof suspendSystemUser,
  done: 'suspended' | 'resumed',
): Promise<void> {
  const context = await actionContext(form);
  const page = `/system-users/${field(form, 'id')}`;
  try {
    await change(context, systemUserOf(form));
  } catch (error) {
    if (!isGone(error)) throw error;
    redirect(page);
  }
  redirect(`${page}?done=${done}`);
}

/** Tells the vendor that something else is wanted; what stands in the way is said on the page. */
export async function askVendor(form: FormData): Promise<void> {
  const context = await actionContext(form);
  const page = `/system-users/${field(form, 'id')}`;
  const text = wordsToVendorSchema.safeParse(field(form, 'text'));
  if (!text.success) redirect(`${page}?problem=invalid_request`);
  try {
    await askForChange(context, { ...systemUserOf(form), text: text.data });
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code === undefined) throw error;
    redirect(`${page}?problem=${error.code}`);
  }
  redirect(`${page}?done=wished`);
}

/** Lets the chosen clients, or all that can be, be connected in the background. */
export async function connect(form: FormData): Promise<void> {
  await order(form, 'add');
}

/** Lets the chosen clients be removed in the background. */
export async function disconnect(form: FormData): Promise<void> {
  await order(form, 'remove');
}

async function order(form: FormData, change: ClientChange): Promise<void> {
  const context = await actionContext(form);
  const clientUuids = field(form, 'all') === 'yes' ? 'all' : fields(form, 'client');
  const count = await startClientJob(context, { ...systemUserOf(form), change, clientUuids });
  redirect(`/system-users/${field(form, 'id')}?tab=clients${count === 0 ? '&done=none' : ''}`);
}

/** Lets the system user act for its owner too. */
export async function actForOwner(form: FormData): Promise<void> {
  await delegateToSelf(await actionContext(form), { ...systemUserOf(form), partyUuid: field(form, ACTING_FOR_FIELD) });
  redirect(`/system-users/${field(form, 'id')}?tab=clients&done=own-added`);
}

/** Ends what the system user may do for its owner. */
export async function stopForOwner(form: FormData): Promise<void> {
  await revokeFromSelf(await actionContext(form), { ...systemUserOf(form), partyUuid: field(form, ACTING_FOR_FIELD) });
  redirect(`/system-users/${field(form, 'id')}?tab=clients&done=own-removed`);
}

function systemUserOf(form: FormData) {
  return { party: { uuid: field(form, ACTING_FOR_FIELD) }, systemUserId: field(form, 'id') };
}

function isGone(error: unknown): boolean {
  if (error instanceof BareError) return error.status === 404;
  return error instanceof ProblemError && error.code === 'AUTH-00015';
}
