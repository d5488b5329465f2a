import type { z } from 'zod';
import { BASE_PATH } from '#lib/demo/kravogbetalinger/answer-request.ts';
import { serve } from '#lib/demo/kravogbetalinger/serve.ts';
import { claimsAnswer, openClaimsAnswer, paymentsAnswer } from './schema.ts';

const PERIOD = {
  fraOgMed: { description: 'First day, YYYY-MM-DD', required: true },
  tilOgMed: { description: 'Last day, included; at most one year', required: true },
} as const;

const HEADERS = {
  Korrelasjonsid: 'Up to 128 of A-Z a-z 0-9 - _ . that the answer repeats; may stand in the query instead',
} as const;

/** The service owner's API, shaped as the production server and the API reference expect a section. */
export const krav = {
  base: BASE_PATH,
  title: 'Krav og betalinger',
  errors: 'krav',
  endpoints: [
    describe('aapnekrav', 'Open claims, unplaced payments and the total outstanding', { answer: openClaimsAnswer }),
    describe('krav', 'Claims made in a period', { query: PERIOD, answer: claimsAnswer }),
    describe('innbetalinger', 'Payments made in a period', { query: PERIOD, answer: paymentsAnswer }),
    describe('utbetalinger', 'Payments to the organisation; there are none in the demo', {
      query: PERIOD,
      responses: { 404: 'KB-007, always' },
    }),
  ],
  handlers: { GET: serve, HEAD: serve, POST: serve, PUT: serve, PATCH: serve, DELETE: serve, OPTIONS: serve },
} as const;

type Described = {
  readonly query?: typeof PERIOD;
  readonly answer?: z.ZodType;
  readonly responses?: Readonly<Record<number, string>>;
};

function describe(resource: string, summary: string, described: Described) {
  return {
    method: 'GET',
    path: `v1/regnskapssystem/{orgno}/${resource}`,
    doc: { summary, auth: 'skatteetaten:kravogbetalinger', headers: HEADERS, ...described },
    handle: (call: { readonly request: Request }) => serve(call.request),
  } as const;
}
