'use server';

import { redirect } from 'next/navigation';
import { BareError, ProblemError } from '#lib/kernel/errors.ts';
import { withdrawAgentSystemUser, withdrawSystemUser } from '#lib/requests/withdraw-system-user.ts';
import { ACTING_FOR_FIELD, actionContext } from '#lib/session/action-context.ts';
import { signedIn } from '#lib/session/page-context.ts';
import { addClient } from '#lib/systemusers/clients/add-client.ts';
import { removeClient } from '#lib/systemusers/clients/remove-client.ts';
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

/** Connects the chosen clients; each that fails is told with its reason. */
export async function connect(form: FormData): Promise<void> {
  const context = await actionContext(form);
  const orgUuid = field(form, ACTING_FOR_FIELD);
  const systemUserId = field(form, 'id');
  const failed: string[] = [];
  const chosen = fields(form, 'client');
  for (const clientUuid of chosen) {
    try {
      await addClient(context, { party: { uuid: orgUuid }, systemUserId, providerUuid: orgUuid, clientUuid });
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code === undefined) throw error;
      failed.push(`${clientUuid}:${error.code}`);
    }
  }
  const query = new URLSearchParams({ tab: 'clients', added: String(chosen.length - failed.length) });
  for (const each of failed) query.append('failed', each);
  redirect(`/system-users/${systemUserId}?${query}`);
}

/** Ends what the system user may do for one client. */
export async function disconnect(form: FormData): Promise<void> {
  const context = await actionContext(form);
  const orgUuid = field(form, ACTING_FOR_FIELD);
  const systemUserId = field(form, 'id');
  const clientUuid = field(form, 'client');
  await removeClient(context, { party: { uuid: orgUuid }, systemUserId, providerUuid: orgUuid, clientUuid });
  redirect(`/system-users/${systemUserId}?tab=clients&done=removed`);
}

function isGone(error: unknown): boolean {
  if (error instanceof BareError) return error.status === 404;
  return error instanceof ProblemError && error.code === 'AUTH-00015';
}
