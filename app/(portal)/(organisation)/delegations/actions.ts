'use server';

import { redirect } from 'next/navigation';
import { ProblemError } from '#lib/kernel/errors.ts';
import { revokeApi } from '#lib/maskinporten/delegations/revoke-api.ts';
import { actionContext } from '#lib/session/action-context.ts';
import { field } from '../../_parts/form-state.ts';

/** Withdraws what a supplier may do with an API; what is gone already is as good as withdrawn. */
export async function withdraw(form: FormData): Promise<void> {
  const context = await actionContext(form);
  const pair = { consumerOrgNo: context.actor.actingFor?.orgNo ?? '', supplierOrgNo: field(form, 'supplier') };
  try {
    await revokeApi(context, { ...pair, api: field(form, 'api') });
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== 'delegation_not_found') throw error;
  }
  redirect('/delegations?done=withdrawn');
}
