import { z } from 'zod';
import { now } from '#lib/context/clock.ts';
import { ANONYMOUS } from '#lib/context/context.ts';
import { processDb } from '#lib/context/database.ts';
import type { ApiRequest } from '#lib/http/api-request.ts';
import { problemResponse } from '#lib/http/problem-response.ts';
import { json, text } from '#lib/http/responses.ts';
import { apiSection, endpoint } from '#lib/http/section.ts';
import { ProblemError } from '#lib/kernel/errors.ts';
import { exchangeToken } from '#lib/maskinporten/exchange-token.ts';

/** Altinn's token exchange. */
export const exchange = apiSection({
  base: '/authentication/api/v1/exchange',
  title: 'Token exchange',
  onError: problemResponse,
  endpoints: [
    endpoint(
      'GET',
      '{tokenProvider}',
      {
        summary: "Exchange a Maskinporten token for one of Altinn's own",
        answer: z.string(),
        answerType: 'text/plain',
        answerInJson: z.string(),
        auth: 'the token to exchange, as Bearer',
        query: { test: 'Accepted and ignored' },
        responses: { 200: 'The new token as text; as a JSON string for callers that accept JSON only' },
      },
      async ({ request, params }) => {
        if (request.headers.has('x-altinn-enterpriseuser-authentication')) {
          throw new ProblemError({ status: 410, title: 'Virksomhetsbruker is no longer available' });
        }
        const bearer = request.headers.get('authorization')?.match(/^Bearer +([^ ]+)$/i)?.[1];
        const context = { db: processDb(), now: now(), actor: ANONYMOUS };
        const token = await exchangeToken(context, params.tokenProvider, bearer);
        return wantsJson(request) ? json(token) : text(token);
      },
    ),
  ],
});

function wantsJson(request: ApiRequest): boolean {
  const accept = request.headers.get('accept') ?? '';
  return accept.includes('application/json') && !accept.includes('text/plain') && !accept.includes('*/*');
}
