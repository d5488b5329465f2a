import { bindQuery } from '#lib/http/body.ts';
import { problemResponse } from '#lib/http/problem-response.ts';
import { json } from '#lib/http/responses.ts';
import { apiSection, endpoint } from '#lib/http/section.ts';
import { listCalls } from '#lib/sandbox/journal/list-calls.ts';
import { journalDto, journalQuery, toJournalDto } from '#lib/sandbox/journal/schema.ts';
import { openSandboxFor } from '../../api/_parts/token-section.ts';

/** The machine calls of late. */
export const journal = apiSection({
  base: '/_sandbox/journal',
  title: 'Sandbox control',
  onError: problemResponse,
  endpoints: [
    endpoint(
      'GET',
      '',
      {
        summary: 'The latest machine calls, newest first',
        auth: 'HTTP Basic; not in production',
        query: {
          client: 'OAuth client',
          path: 'a part of the path',
          status: 'HTTP status',
          outcome: 'answered, refused, failed or lost',
          trace: 'trace id',
          after: 'the `next` of the page before',
        },
        answer: journalDto,
      },
      async ({ request, url }) => {
        const sandbox = openSandboxFor(request);
        const query = bindQuery(journalQuery, Object.fromEntries(url.searchParams));
        return json(toJournalDto(await listCalls(sandbox, query)));
      },
    ),
  ],
});
