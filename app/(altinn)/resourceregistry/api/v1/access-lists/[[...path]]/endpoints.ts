import { problemResponse } from '#lib/http/problem-response.ts';
import { apiSection } from '#lib/http/section.ts';
import { BASE } from './base.ts';
import { contentEndpoints } from './content-endpoints.ts';
import { listEndpoints } from './list-endpoints.ts';

/** Access lists: which organisations may use an owner's resources. @see altinn-api.md §13.7 */
export const accessLists = apiSection({
  base: BASE,
  title: 'Access lists',
  onError: problemResponse,
  endpoints: [...listEndpoints, ...contentEndpoints],
});
