import { z } from 'zod';
import { authorize } from '#lib/authorization/authorize.ts';
import { decideForPlatform } from '#lib/authorization/decide-for-platform.ts';
import { xacmlRequest, xacmlResponse } from '#lib/authorization/schema.ts';
import { readXacmlXml, writeXacmlXml } from '#lib/authorization/xacml-xml.ts';
import { now } from '#lib/context/clock.ts';
import { processDb } from '#lib/context/database.ts';
import type { ApiRequest } from '#lib/http/api-request.ts';
import { readJson, readText } from '#lib/http/body.ts';
import { foldKeys } from '#lib/http/fold-keys.ts';
import { problemResponse } from '#lib/http/problem-response.ts';
import { json, text } from '#lib/http/responses.ts';
import { apiSection, endpoint } from '#lib/http/section.ts';
import { fromBearer } from '#lib/session/bearer.ts';

/** Room for a multi-request well above the limit of references, so that one too many is told as such. */
const REQUEST_MAX_BYTES = 2 * 1024 * 1024;

/** Any object will do: what the profile does not know is answered `Indeterminate`, not refused. */
const anyObject = z.looseObject({});

async function readQuestions(request: ApiRequest): Promise<unknown> {
  return foldKeys(xacmlRequest, await readJson(request, anyObject, REQUEST_MAX_BYTES));
}

function isXml(request: ApiRequest): boolean {
  return /\bxml\b/i.test(request.headers.get('content-type') ?? '');
}

/** Whether somebody may do something. */
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
        return json(await authorize(await fromBearer(request), () => readQuestions(request)));
      },
    ),
    endpoint(
      'POST',
      'decision',
      {
        summary: "The same for the platform's own services; person numbers name nobody here",
        answer: xacmlResponse,
        auth: "the gateway's key in a header",
        headers: { 'Ocp-Apim-Subscription-Key': { description: "the gateway's key", required: true } },
        body: xacmlRequest,
        alsoAs: 'application/xml',
        responses: { 200: 'A decision for every question', 401: 'Another key', 404: 'No key is set' },
      },
      async ({ request }) => {
        const key = request.headers.get('ocp-apim-subscription-key');
        const context = { db: processDb(), now: now() };
        if (!isXml(request)) return json(await decideForPlatform(context, key, () => readQuestions(request)));
        const read = async () => readXacmlXml(await readText(request, REQUEST_MAX_BYTES));
        const written = writeXacmlXml(await decideForPlatform(context, key, read));
        return text(written, 200, { 'content-type': 'application/xml; charset=utf-8' });
      },
    ),
  ],
});
