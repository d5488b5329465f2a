'use server';

import { delegateApi } from '#lib/maskinporten/delegations/delegate-api.ts';
import { actionContext } from '#lib/session/action-context.ts';
import { delegationHref } from '../../../_parts/api-words.ts';
import { attemptAndGo } from '../../../_parts/attempt.ts';
import { field } from '../../../_parts/form-state.ts';
import { addressOf } from '../../../_parts/page-query.ts';

/** Lets the supplier use the API for the organisation that the page was shown for. */
export async function delegate(form: FormData): Promise<void> {
  const context = await actionContext(form);
  const [api, supplierOrgNo] = [field(form, 'api'), field(form, 'supplier')];
  const consumerOrgNo = context.actor.actingFor?.orgNo ?? '';
  await attemptAndGo(() => delegateApi(context, { consumerOrgNo, supplierOrgNo, api }), {
    done: `${delegationHref({ supplier: { orgNo: supplierOrgNo }, api })}?done=given`,
    refused: addressOf('/delegations/new', { api, supplier: supplierOrgNo }),
  });
}
