import { problemResponse } from '#lib/http/problem-response.ts';
import { json } from '#lib/http/responses.ts';
import { apiSection, endpoint } from '#lib/http/section.ts';
import { listTestParties } from '#lib/sandbox/list-test-parties.ts';
import { testPartiesDto } from '#lib/sandbox/schema.ts';
import { openSandboxFor } from '../_parts/token-section.ts';

/** Who lives in the sandbox, for tests and for people trying it out. */
export const testParties = apiSection({
  base: '/api/TestParties',
  title: 'Token generator',
  onError: problemResponse,
  endpoints: [
    endpoint(
      'GET',
      '',
      {
        summary: 'The people and organisations of the register',
        answer: testPartiesDto,
        auth: 'HTTP Basic; not in production',
      },
      async ({ request }) => json(await listTestParties(openSandboxFor(request))),
    ),
  ],
});
