'use server';

import { redirect } from 'next/navigation';
import { blockVendor, unblockVendor } from '#lib/requests/blocking/change-block.ts';
import { ACTING_FOR_FIELD, actionContext } from '#lib/session/action-context.ts';
import { field } from './form-state.ts';

/** Takes no more requests from the vendor that the form names. */
export async function block(form: FormData): Promise<void> {
  await blockVendor(await actionContext(form), keyOf(form));
  redirect('/requests?done=blocked');
}

/** Takes requests from the vendor again. */
export async function unblock(form: FormData): Promise<void> {
  await unblockVendor(await actionContext(form), keyOf(form));
  redirect('/requests?done=unblocked');
}

function keyOf(form: FormData) {
  return { party: { uuid: field(form, ACTING_FOR_FIELD) }, vendorOrgNo: field(form, 'vendor') };
}
