import { z } from 'zod';
import { assertPerson } from '#lib/context/assert.ts';
import { empty, json } from '#lib/http/responses.ts';
import { readPartyId } from '#lib/http/route-values.ts';
import { endpoint } from '#lib/http/section.ts';
import { blockVendor, unblockVendor } from '#lib/requests/blocking/change-block.ts';
import { listBlockedVendors } from '#lib/requests/blocking/list-blocked-vendors.ts';
import { blockedVendorDto } from '#lib/requests/front/schema.ts';
import { fromBearer } from '#lib/session/bearer.ts';

const WRITE = 'access management at the organisation, level 3';

async function readCall(request: Request, partyId: string) {
  const context = await fromBearer(request);
  assertPerson(context);
  return { context, party: { partyId: readPartyId(partyId) } };
}

/** Vendors from whom an organisation takes no more requests; ours, the real front end has no such thing. */
export const blockEndpoints = [
  endpoint(
    'GET',
    '{partyId}/blocked-vendors',
    { summary: 'Vendors that are blocked', answer: z.array(blockedVendorDto), auth: WRITE },
    async ({ request, params }) => {
      const { context, party } = await readCall(request, params.partyId);
      return json(await listBlockedVendors(context, party));
    },
  ),
  endpoint(
    'PUT',
    '{partyId}/blocked-vendors/{vendorOrgNo}',
    { summary: 'Take no more requests from a vendor', auth: WRITE, responses: { 204: 'Blocked' } },
    async ({ request, params }) => {
      const { context, party } = await readCall(request, params.partyId);
      await blockVendor(context, { party, vendorOrgNo: params.vendorOrgNo });
      return empty(204);
    },
  ),
  endpoint(
    'DELETE',
    '{partyId}/blocked-vendors/{vendorOrgNo}',
    { summary: 'Take requests from a vendor again', auth: WRITE, responses: { 204: 'Not blocked' } },
    async ({ request, params }) => {
      const { context, party } = await readCall(request, params.partyId);
      await unblockVendor(context, { party, vendorOrgNo: params.vendorOrgNo });
      return empty(204);
    },
  ),
];
