import { z } from 'zod';
import { findTrouble } from '#lib/context/find-trouble.ts';
import { problemResponse } from '#lib/http/problem-response.ts';
import { json } from '#lib/http/responses.ts';
import { apiSection, endpoint } from '#lib/http/section.ts';

const HEALTH = z.strictObject({ status: z.literal('ok') });

export const health = apiSection({
  base: '/health',
  title: 'Health',
  onError: problemResponse,
  endpoints: [
    endpoint('GET', 'live', { summary: 'The process answers', answer: HEALTH, auth: 'anonymous' }, () =>
      json({ status: 'ok' }),
    ),
    endpoint(
      'GET',
      'ready',
      {
        summary: 'The database answers and can be written to',
        answer: HEALTH,
        auth: 'anonymous',
        responses: { 200: 'Ready', 503: 'The database cannot be read or written' },
      },
      async () => {
        const reason = await findTrouble();
        if (reason === undefined) return json({ status: 'ok' });
        return json({ status: 'degraded', reason }, 503, { 'retry-after': '2' });
      },
    ),
  ],
});
