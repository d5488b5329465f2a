import { z } from 'zod';
import { readModel } from '#lib/http/read-model.ts';
import { json } from '#lib/http/responses.ts';
import { readUuid } from '#lib/http/route-values.ts';
import { endpoint } from '#lib/http/section.ts';
import { createOwnSystemUser } from '#lib/requests/create-own-system-user.ts';
import { createOwnSchema } from '#lib/requests/schema.ts';
import { withdrawSystemUser } from '#lib/requests/withdraw-system-user.ts';
import { listSystemUsers } from '#lib/systemusers/list-system-users.ts';
import { readDelegations, readSystemUser } from '#lib/systemusers/read-system-user.ts';
import {
  delegationsDto,
  detailDto,
  internalDto,
  toDelegationsDto,
  toDetailDto,
  toInternalDto,
} from '#lib/systemusers/schema.ts';
import { readPartyCall } from '../../../../../_parts/callers.ts';
import { refusals, STARTING, WITHDRAWING } from '../../../../../_parts/refusals.ts';

const READ = 'access management, read';
const WRITE = 'access management, write';

/** What an organisation's access managers do with its standard system users. */
export const ownerEndpoints = [
  endpoint(
    'GET',
    '{party}',
    { summary: 'Standard system users', answer: z.array(internalDto), auth: READ },
    async ({ request, params }) => {
      const { context, party } = await readPartyCall(request, params.party, { power: 'access-management.read' });
      return json((await listSystemUsers(context, { party, userType: 'standard' })).map(toInternalDto));
    },
  ),
  endpoint(
    'GET',
    '{party}/{systemUserId}',
    { summary: 'One system user with what it holds', answer: detailDto, auth: 'system user overview' },
    async ({ request, params }) => {
      const { context, party } = await readPartyCall(request, params.party, { power: 'system-user-overview.read' });
      const systemUserId = readUuid('systemUserId', params.systemUserId);
      return json(toDetailDto(await readSystemUser(context, { party, systemUserId })));
    },
  ),
  endpoint(
    'POST',
    '{party}/create',
    { summary: 'Start using a system', answer: internalDto, auth: WRITE, body: createOwnSchema, responses: STARTING },
    async ({ request, params }) => {
      const { context, party } = await readPartyCall(request, params.party, { power: 'access-management.write' });
      const body = await readModel(request, createOwnSchema, 'request');
      return json(toInternalDto(await createOwnSystemUser(context, { party, ...body })));
    },
  ),
  endpoint(
    'DELETE',
    '{party}/{systemUserId}',
    {
      summary: 'Withdraw a standard system user',
      answer: z.literal(1),
      auth: WRITE,
      responses: { 202: '1', 404: '0', ...WITHDRAWING },
    },
    async ({ request, params }) => {
      const { context, party } = await readPartyCall(request, params.party, { power: 'access-management.write' });
      await withdrawSystemUser(context, { party, systemUserId: readUuid('systemUserId', params.systemUserId) });
      return json(1, 202);
    },
  ),
  endpoint(
    'GET',
    '{party}/{systemUserId}/delegations',
    { summary: 'What a system user holds', answer: delegationsDto, auth: READ, responses: refusals('AUTH-00015') },
    async ({ request, params }) => {
      const { context, party } = await readPartyCall(request, params.party, { power: 'access-management.read' });
      const systemUserId = readUuid('systemUserId', params.systemUserId);
      return json(toDelegationsDto(systemUserId, await readDelegations(context, { party, systemUserId })));
    },
  ),
];
