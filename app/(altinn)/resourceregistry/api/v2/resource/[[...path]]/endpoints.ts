import { z } from 'zod';
import { LANGUAGE_HEADER, readLanguage } from '#lib/http/language.ts';
import { problemResponse } from '#lib/http/problem-response.ts';
import { readFlag } from '#lib/http/query.ts';
import { indentedJson } from '#lib/http/responses.ts';
import { apiSection, endpoint } from '#lib/http/section.ts';
import { namedRightsOf } from '#lib/resources/policies/name-rights.ts';
import { readPolicy } from '#lib/resources/read-policy.ts';
import { rightV2Dto, toRightV2Dto } from '#lib/resources/schema.ts';
import { fromBearer } from '#lib/session/bearer.ts';

/** The second version of the registry: rights by hashed keys, named in the reader's language. */
export const resourcesV2 = apiSection({
  base: '/resourceregistry/api/v2/resource',
  title: 'Resource registry, version 2',
  onError: problemResponse,
  endpoints: [
    endpoint(
      'GET',
      '{id}/policy/rights',
      {
        summary: 'List the rights of a resource with keys and names',
        answer: z.array(rightV2Dto),
        auth: 'anonymous',
        query: { includeServiceOwnerRights: 'boolean', includeAppRights: 'boolean' },
        headers: LANGUAGE_HEADER,
        responses: { 200: 'Rights, named by Accept-Language', 404: 'No policy' },
      },
      async ({ request, params, url }) => {
        const policy = await readPolicy(await fromBearer(request), params.id);
        const rights = namedRightsOf(params.id, policy, {
          serviceOwner: readFlag(url, 'includeServiceOwnerRights') ?? false,
          app: readFlag(url, 'includeAppRights') ?? false,
          language: readLanguage(request),
        });
        return indentedJson(rights.map(toRightV2Dto));
      },
    ),
  ],
});
