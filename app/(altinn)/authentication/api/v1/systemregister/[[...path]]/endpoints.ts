import { z } from 'zod';
import { assertOrganisation } from '#lib/context/assert.ts';
import type { Context } from '#lib/context/context.ts';
import type { ApiRequest } from '#lib/http/api-request.ts';
import { problemResponse } from '#lib/http/problem-response.ts';
import { readFlag } from '#lib/http/query.ts';
import { readModel } from '#lib/http/read-model.ts';
import { json } from '#lib/http/responses.ts';
import { apiSection, endpoint } from '#lib/http/section.ts';
import { REGISTER_SCOPES } from '#lib/register/assert-vendor.ts';
import { deleteSystem } from '#lib/register/delete-system.ts';
import { readChangeLog } from '#lib/register/read-change-log.ts';
import {
  listOpenSystems,
  listOwnSystems,
  readOpenSystem,
  readOwnSystem,
  readSystemContents,
} from '#lib/register/read-system.ts';
import { registerSystem } from '#lib/register/register-system.ts';
import {
  accessPackageDtos,
  accessPackagesSchema,
  changeDto,
  ownSystemDto,
  registerSystemSchema,
  rightDtos,
  rightsSchema,
  succeededDto,
  systemDto,
  toAccessPackageDtos,
  toChangeDto,
  toOldAppForm,
  toOwnSystemDto,
  toSystemDto,
} from '#lib/register/schema.ts';
import { updateAccessPackages, updateRights } from '#lib/register/update-contents.ts';
import { updateSystem } from '#lib/register/update-system.ts';
import { fromBearer } from '#lib/session/bearer.ts';
import { refusals } from '../../../../../_parts/refusals.ts';

const END_USER = 'altinn:portal/enduser';
const VENDOR = REGISTER_SCOPES.join(' or ');
const SUCCEEDED = { succeeded: true };
/** The validation errors of what a vendor says of its system, part by part. */
const REGISTERING = ['AUTH.VLD-00000', 'AUTH.VLD-00001', 'AUTH.VLD-00002', 'AUTH.VLD-00013'] as const;
const CONTENTS = ['AUTH.VLD-00004', 'AUTH.VLD-00005', 'AUTH.VLD-00011'] as const;
const RIGHTS = ['AUTH.VLD-00003', 'AUTH.VLD-00006', 'AUTH.VLD-00009', 'AUTH.VLD-00017'] as const;
const PACKAGES = ['AUTH.VLD-00007', 'AUTH.VLD-00008', 'AUTH.VLD-00018'] as const;

/** The caller's scope speaks before its body: a bad body without a scope is 403. */
async function asVendor(request: ApiRequest): Promise<Context> {
  const context = await fromBearer(request);
  assertOrganisation(context, ...REGISTER_SCOPES);
  return context;
}

/** The system register: what vendors' systems ask for, and which clients speak for them. */
export const systemRegister = apiSection({
  base: '/authentication/api/v1/systemregister',
  title: 'System register',
  onError: problemResponse,
  endpoints: [
    endpoint(
      'GET',
      '',
      { summary: 'Systems that end users can choose', answer: z.array(systemDto), auth: END_USER },
      async ({ request }) => json((await listOpenSystems(await fromBearer(request))).map(toSystemDto)),
    ),
    endpoint(
      'GET',
      'vendor',
      { summary: 'Your systems', answer: z.array(systemDto), auth: VENDOR },
      async ({ request }) => json((await listOwnSystems(await asVendor(request))).map(toSystemDto)),
    ),
    endpoint(
      'POST',
      'vendor',
      {
        summary: 'Register a system',
        answer: z.guid(),
        auth: VENDOR,
        body: registerSystemSchema,
        responses: {
          200: 'The internal id',
          409: 'Somebody registered the id at the same moment',
          ...refusals(...REGISTERING, ...CONTENTS, ...RIGHTS, ...PACKAGES),
        },
      },
      async ({ request }) => {
        const context = await asVendor(request);
        return json(await registerSystem(context, await readModel(request, registerSystemSchema, 'registerNewSystem')));
      },
    ),
    endpoint(
      'GET',
      'vendor/{systemId}',
      { summary: 'One of your systems', answer: ownSystemDto, auth: VENDOR },
      async ({ request, params }) =>
        json(toOwnSystemDto(await readOwnSystem(await asVendor(request), params.systemId))),
    ),
    endpoint(
      'PUT',
      'vendor/{systemId}',
      {
        summary: 'Replace a whole system',
        answer: succeededDto,
        auth: VENDOR,
        body: registerSystemSchema,
        responses: refusals('AUTH.VLD-00012', ...CONTENTS, ...RIGHTS, ...PACKAGES),
      },
      async ({ request, params }) => {
        const context = await asVendor(request);
        const proposed = await readModel(request, registerSystemSchema, 'proposedUpdateToSystem');
        await updateSystem(context, params.systemId, proposed);
        return json(SUCCEEDED);
      },
    ),
    endpoint(
      'PUT',
      'vendor/{systemId}/rights',
      {
        summary: 'Replace the list of rights',
        answer: succeededDto,
        auth: VENDOR,
        body: rightsSchema,
        responses: refusals(...RIGHTS),
      },
      async ({ request, params }) => {
        const context = await asVendor(request);
        await updateRights(context, params.systemId, await readModel(request, rightsSchema, 'rights'));
        return json(SUCCEEDED);
      },
    ),
    endpoint(
      'PUT',
      'vendor/{systemId}/accesspackages',
      {
        summary: 'Replace the list of access packages',
        answer: succeededDto,
        auth: VENDOR,
        body: accessPackagesSchema,
        responses: refusals(...PACKAGES),
      },
      async ({ request, params }) => {
        const context = await asVendor(request);
        await updateAccessPackages(
          context,
          params.systemId,
          await readModel(request, accessPackagesSchema, 'accessPackages'),
        );
        return json(SUCCEEDED);
      },
    ),
    endpoint(
      'DELETE',
      'vendor/{systemId}',
      { summary: 'Delete a system', answer: succeededDto, auth: VENDOR },
      async ({ request, params }) => {
        await deleteSystem(await asVendor(request), params.systemId);
        return json(SUCCEEDED);
      },
    ),
    endpoint(
      'GET',
      'vendor/{systemId}/changelog',
      { summary: 'Every change of a system, newest first', answer: z.array(changeDto), auth: VENDOR },
      async ({ request, params }) =>
        json((await readChangeLog(await asVendor(request), params.systemId)).map(toChangeDto)),
    ),
    endpoint(
      'GET',
      '{systemId}',
      { summary: 'One system', answer: systemDto, auth: END_USER },
      async ({ request, params }) =>
        json(toSystemDto(await readOpenSystem(await fromBearer(request), params.systemId))),
    ),
    endpoint(
      'GET',
      '{systemId}/rights',
      {
        summary: 'What a system asks for, right by right',
        answer: rightDtos,
        auth: END_USER,
        query: { useOldFormatForApp: 'true names apps by org and app' },
      },
      async ({ request, params, url }) => {
        const { rights } = await readSystemContents(await fromBearer(request), params.systemId);
        return json(readFlag(url, 'useOldFormatForApp') ? rights.map(toOldAppForm) : rights);
      },
    ),
    endpoint(
      'GET',
      '{systemId}/accesspackages',
      { summary: 'What a system asks for in access packages', answer: accessPackageDtos, auth: END_USER },
      async ({ request, params }) => {
        const { accessPackages } = await readSystemContents(await fromBearer(request), params.systemId);
        return json(toAccessPackageDtos(accessPackages));
      },
    ),
  ],
});
