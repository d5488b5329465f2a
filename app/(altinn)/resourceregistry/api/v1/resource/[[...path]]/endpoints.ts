import { problemResponse } from '#lib/http/problem-response.ts';
import { apiSection } from '#lib/http/section.ts';
import { BASE } from './base.ts';
import { feedEndpoints } from './feed-endpoints.ts';
import { policyEndpoints } from './policy-endpoints.ts';
import { POLICY_MAX_BYTES } from './policy-file.ts';
import { readEndpoints } from './read-endpoints.ts';
import { writeEndpoints } from './write-endpoints.ts';

/** The resource registry. @see altinn-api.md §13 */
export const resources = apiSection({
  base: BASE,
  title: 'Resource registry',
  onError: problemResponse,
  maxBodyBytes: POLICY_MAX_BYTES,
  endpoints: [...readEndpoints, ...policyEndpoints, ...feedEndpoints, ...writeEndpoints],
});
