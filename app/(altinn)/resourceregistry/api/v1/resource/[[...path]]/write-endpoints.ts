import { z } from 'zod';
import { assertOrganisation } from '#lib/context/assert.ts';
import type { Context } from '#lib/context/context.ts';
import type { ApiRequest } from '#lib/http/api-request.ts';
import { readModel } from '#lib/http/read-model.ts';
import { type Answer, empty } from '#lib/http/responses.ts';
import { endpoint } from '#lib/http/section.ts';
import { bindingProblem } from '#lib/kernel/errors.ts';
import { RESOURCE_ADMIN, RESOURCE_WRITE } from '#lib/resources/assert-owner.ts';
import { createResource } from '#lib/resources/create-resource.ts';
import { deleteResource } from '#lib/resources/delete-resource.ts';
import type { ResourceDetails } from '#lib/resources/model.ts';
import { savePolicy } from '#lib/resources/save-policy.ts';
import { resourceSchema, toResourceDetails } from '#lib/resources/schema.ts';
import { updateResource } from '#lib/resources/update-resource.ts';
import { fromBearer } from '#lib/session/bearer.ts';
import { BASE } from './base.ts';
import { readPolicyFile } from './policy-file.ts';

const auth = `${RESOURCE_WRITE} or ${RESOURCE_ADMIN}`;
const POLICY_DOC = {
  summary: 'Upload the policy of a resource as XACML 3.0 XML in the form part policyFile',
  answer: 'nothing',
  auth,
  bodyType: 'multipart/form-data',
  body: z.object({ policyFile: z.file().describe('XACML 3.0 XML') }),
  responses: { 201: 'Stored', 400: 'No file, unknown resource or a policy outside the supported subset' },
  quotedRefusals: [400],
} as const;

/** What owners of resources and the registry's administrators may change. */
export const writeEndpoints = [
  endpoint(
    'POST',
    '',
    {
      summary: 'Register a resource',
      answer: 'nothing',
      auth,
      body: resourceSchema,
      responses: { 201: 'Registered', 400: 'A text per member', 401: 'Scopes of a foreign prefix', 409: 'Taken' },
      quotedRefusals: [409],
    },
    async ({ request }) => {
      const context = await writerOf(request);
      const { identifier } = await createResource(context, await readDetails(request));
      return empty(201, { location: `${BASE}/${toSegment(identifier)}` });
    },
  ),
  endpoint(
    'PUT',
    '{id}',
    {
      summary: 'Replace a resource by a new version',
      answer: 'nothing',
      auth,
      body: resourceSchema,
      responses: { 200: 'Replaced', 400: 'A text per member, or another id than in the path', 404: 'Unknown resource' },
      quotedRefusals: [400],
    },
    async ({ request, params }) => {
      const context = await writerOf(request);
      await updateResource(context, { identifier: params.id, details: await readDetails(request) });
      return empty(200);
    },
  ),
  endpoint(
    'DELETE',
    '{id}',
    {
      summary: 'Delete a resource and its policy; the id stays taken',
      auth,
      responses: { 204: 'Deleted', 403: 'In production', 404: 'Unknown resource' },
      quotedRefusals: [403],
    },
    async ({ request, params }) => {
      await deleteResource(await writerOf(request), params.id);
      return empty(204);
    },
  ),
  endpoint('POST', '{id}/policy', POLICY_DOC, ({ request, params }) => uploadPolicy(request, params.id)),
  endpoint('PUT', '{id}/policy', POLICY_DOC, ({ request, params }) => uploadPolicy(request, params.id)),
];

/** Authentication and scope come before the body is read. */
async function writerOf(request: ApiRequest): Promise<Context> {
  const context = await fromBearer(request);
  assertOrganisation(context, RESOURCE_WRITE, RESOURCE_ADMIN);
  return context;
}

async function readDetails(request: ApiRequest): Promise<ResourceDetails> {
  const read = toResourceDetails(await readModel(request, resourceSchema, 'serviceResource'));
  if ('missing' in read) throw bindingProblem(read.missing);
  return read.details;
}

async function uploadPolicy(request: ApiRequest, identifier: string): Promise<Answer> {
  const context = await writerOf(request);
  await savePolicy(context, { identifier, policy: await readPolicyFile(request) });
  return empty(201, { location: `${toSegment(identifier)}/policy` });
}

/** A colon, which many ids have, stands for itself in a path (RFC 3986 §3.3). */
function toSegment(identifier: string): string {
  return encodeURIComponent(identifier).replaceAll('%3A', ':');
}
