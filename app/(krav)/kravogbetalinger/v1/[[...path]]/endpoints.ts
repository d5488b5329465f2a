import { BASE_PATH } from '#lib/demo/kravogbetalinger/answer-request.ts';
import { serve } from '#lib/demo/kravogbetalinger/serve.ts';

const PERIOD = {
  fraOgMed: 'First day, YYYY-MM-DD. Required.',
  tilOgMed: 'Last day, included; at most one year. Required.',
};

/** The service owner's API, shaped as the production server and the API reference expect a section. */
export const krav = {
  base: BASE_PATH,
  title: 'Krav og betalinger',
  endpoints: [
    describe('aapnekrav', 'Open claims, unplaced payments and the total outstanding', {}),
    describe('krav', 'Claims made in a period', PERIOD),
    describe('innbetalinger', 'Payments made in a period', PERIOD),
    describe('utbetalinger', 'Payments to the organisation; there are none in the demo (KB-007)', PERIOD),
  ],
  handlers: { GET: serve, HEAD: serve, POST: serve, PUT: serve, PATCH: serve, DELETE: serve, OPTIONS: serve },
} as const;

function describe(resource: string, summary: string, query: Readonly<Record<string, string>>) {
  return {
    method: 'GET',
    path: `regnskapssystem/{orgno}/${resource}`,
    doc: { summary, auth: 'skatteetaten:kravogbetalinger', query },
    handle: (call: { readonly request: Request }) => serve(call.request),
  } as const;
}
