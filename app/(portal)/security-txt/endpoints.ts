import { z } from 'zod';
import { now } from '#lib/context/clock.ts';
import { problemResponse } from '#lib/http/problem-response.ts';
import { text } from '#lib/http/responses.ts';
import { apiSection, endpoint } from '#lib/http/section.ts';
import { SECURITY_TXT_PATH, toSecurityTxt } from '#lib/http/security-txt.ts';

/** Where to tell of a weakness. */
export const securityTxt = apiSection({
  base: SECURITY_TXT_PATH,
  title: 'Security contact',
  onError: problemResponse,
  endpoints: [
    endpoint(
      'GET',
      '',
      {
        summary: 'Where to report a weakness (RFC 9116)',
        answer: z.string(),
        answerType: 'text/plain',
        auth: 'anonymous',
        responses: { 200: 'text/plain' },
      },
      () => text(toSecurityTxt(now()), 200, { 'cache-control': 'public, max-age=3600' }),
    ),
  ],
});
