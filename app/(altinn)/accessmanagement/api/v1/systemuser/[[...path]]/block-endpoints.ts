import { z } from 'zod';
import { empty, json } from '#lib/http/responses.ts';
import { endpoint } from '#lib/http/section.ts';
import { blockVendor, unblockVendor } from '#lib/requests/blocking/change-block.ts';
import { listBlockedVendors } from '#lib/requests/blocking/list-blocked-vendors.ts';
import { blockedVendorDto } from '#lib/requests/front/schema.ts';
import { ACCESS_MANAGEMENT, readPartyCall } from '../../../../../_parts/callers.ts';

/** Vendors from whom an organisation takes no more requests; ours, the real front end has no such thing. */
export const blockEndpoints = [
  endpoint(
    'GET',
    '{partyId}/blocked-vendors',
    { summary: 'Vendors that are blocked', answer: z.array(blockedVendorDto), auth: ACCESS_MANAGEMENT },
    async ({ request, params }) => {
      const { context, party } = await readPartyCall(request, params.partyId, { power: 'access-management.read' });
      return json(await listBlockedVendors(context, party));
    },
  ),
  endpoint(
    'PUT',
    '{partyId}/blocked-vendors/{vendorOrgNo}',
    { summary: 'Block requests from a vendor', auth: ACCESS_MANAGEMENT, responses: { 204: 'Blocked' } },
    async ({ request, params }) => {
      const { context, party } = await readPartyCall(request, params.partyId, { power: 'access-management.write' });
      await blockVendor(context, { party, vendorOrgNo: params.vendorOrgNo });
      return empty(204);
    },
  ),
  endpoint(
    'DELETE',
    '{partyId}/blocked-vendors/{vendorOrgNo}',
    { summary: 'Unblock requests from a vendor', auth: ACCESS_MANAGEMENT, responses: { 204: 'Not blocked' } },
    async ({ request, params }) => {
      const { context, party } = await readPartyCall(request, params.partyId, { power: 'access-management.write' });
      await unblockVendor(context, { party, vendorOrgNo: params.vendorOrgNo });
      return empty(204);
    },
  ),
];
