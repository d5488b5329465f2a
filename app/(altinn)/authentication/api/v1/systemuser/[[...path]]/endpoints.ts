import { problemResponse } from '#lib/http/problem-response.ts';
import { apiSection } from '#lib/http/section.ts';
import { agentEndpoints } from './agents.ts';
import { lookupEndpoints } from './lookups.ts';
import { ownerEndpoints } from './owner.ts';

/** System users: look-ups for vendors and Maskinporten, the platform's stream, and what their owners do with them. */
export const systemUsers = apiSection({
  base: '/authentication/api/v1/systemuser',
  title: 'System users',
  onError: problemResponse,
  endpoints: [...lookupEndpoints, ...ownerEndpoints, ...agentEndpoints],
});
