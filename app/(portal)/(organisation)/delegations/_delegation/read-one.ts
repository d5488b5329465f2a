import { cache } from 'react';
import type { ApiDelegation } from '#lib/maskinporten/delegations/model.ts';
import { readGivenApi } from '#lib/maskinporten/delegations/read-given-api.ts';
import type { Organisation } from '#lib/parties/model.ts';
import { requireParty } from '#lib/session/page-context.ts';
import { ask } from '../../../_parts/ask.ts';

/** The delegation that an address names, with whose it is. */
export const readOne = cache(
  async (
    supplier: string,
    api: string,
  ): Promise<{ readonly delegation: ApiDelegation; readonly organisation: Organisation }> => {
    const { context, organisation } = await requireParty();
    const input = { consumerOrgNo: organisation.orgNo, supplierOrgNo: supplier, api: decodeURIComponent(api) };
    return { delegation: await ask(readGivenApi(context, input)), organisation };
  },
);
