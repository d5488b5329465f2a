import { z } from 'zod';
import { authorize } from '#lib/authorization/authorize.ts';
import { xacmlRequest, xacmlResponse } from '#lib/authorization/schema.ts';
import { readJson } from '#lib/http/body.ts';
import { foldKeys } from '#lib/http/fold-keys.ts';
import { problemResponse } from '#lib/http/problem-response.ts';
import { json } from '#lib/http/responses.ts';
import { apiSection, endpoint } from '#lib/http/section.ts';
import { fromBearer } from '#lib/session/bearer.ts';

/** Room for a multi-request well above the limit of references, so that one too many is told as such. */
const REQUEST_MAX_BYTES = 2 * 1024 * 1024;

/** Any object will do: what the profile does not know is answered `Indeterminate`, not refused. */
const anyObject = z.looseObject({});

export const authorization = apiSection({
  base: '/authorization/api/v1',
  title: 'Policy decision point',
  maxBodyBytes: REQUEST_MAX_BYTES,
  onError: problemResponse,
  endpoints: [
    endpoint(
      'POST',
      'authorize',
      {
        summary: 'Decide whether a subject may do an action with a resource for a party (XACML 3.0 JSON profile)',
        answer: xacmlResponse,
        auth: 'altinn:authorization/authorize or altinn:authorization/authorize.admin',
        body: xacmlRequest,
        responses: { 200: 'A decision for every question' },
      },
      async ({ request }) => {
        const readBody = async () => foldKeys(xacmlRequest, await readJson(request, anyObject, REQUEST_MAX_BYTES));
        return json(await authorize(await fromBearer(request), readBody));
      },
    ),
  ],
});
