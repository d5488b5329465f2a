import { z } from 'zod';
import { now } from '#lib/context/clock.ts';
import { processDb } from '#lib/context/database.ts';
import type { ApiRequest } from '#lib/http/api-request.ts';
import { bindQuery } from '#lib/http/body.ts';
import { problemResponse } from '#lib/http/problem-response.ts';
import { json, text } from '#lib/http/responses.ts';
import { apiSection, type EndpointDoc, endpoint, type Section } from '#lib/http/section.ts';
import { dumpToken, type GeneratedTokens } from '#lib/sandbox/generated-token.ts';
import { openSandbox, type Sandbox } from '#lib/sandbox/open-sandbox.ts';

type Shape = Readonly<Record<string, z.ZodType>>;
type Query = { readonly dump?: string | undefined };

/** What each parameter of the generator means; the register completes what is left out. */
const PARAMETERS: Readonly<Record<string, string>> = {
  env: 'any value; there is one environment here',
  scopes: 'by comma or space',
  ttl: 'life in seconds, 1800 unless said',
  bulkCount: 'so many tokens at once, as JSON',
  dump: 'header and claims as JSON instead of the token',
  org: 'short code of a service owner; gives the organisation number',
  orgNo: 'organisation number; any number is minted as asked',
  supplierOrgNo: 'organisation number of the supplier',
  clientId: 'OAuth client',
  partyId: 'party id; with pid, userId and partyuuid any one gives the others',
  partyuuid: 'party uuid',
  pid: 'synthetic person number',
  userId: 'user id',
  userName: 'user name',
  authLvl: 'authentication level 0 to 4, 3 unless said',
  consumerOrgNo: 'organisation whose client the person uses',
  systemUserId: 'system user',
  systemUserOrg: 'organisation that the system user acts for',
  app: 'name of the application',
};

const DUMPED = z.strictObject({ header: z.looseObject({}), payload: z.looseObject({}) });
const BULK = z.record(z.string(), z.string()).describe('tokens by whom they are for');

/** One endpoint of the token generator: HTTP Basic, a query, and the bare token as text. */
export function tokenSection<Schema extends z.ZodType<Query>>(options: {
  readonly name: string;
  readonly summary: string;
  readonly query: Schema & { readonly shape: Shape };
  readonly issue: (sandbox: Sandbox, query: z.output<Schema>) => Promise<GeneratedTokens>;
}): Section {
  return apiSection({
    base: `/api/${options.name}`,
    title: 'Token generator',
    onError: problemResponse,
    endpoints: [
      endpoint(
        'GET',
        '',
        {
          summary: options.summary,
          query: parametersOf(options.query.shape),
          auth: 'HTTP Basic; not in production',
          answer: z.string(),
          answerType: 'text/plain',
          answerInJson: z.union([DUMPED, BULK]),
          responses: { 200: 'The token as text; JSON with bulkCount or dump' },
        },
        async ({ request, url }) => {
          const sandbox = openSandboxFor(request);
          const query = bindQuery(options.query, firstValues(url));
          const tokens = await options.issue(sandbox, query);
          if (typeof tokens !== 'string') return json(tokens);
          return query.dump === undefined ? text(tokens) : json(dumpToken(tokens));
        },
      ),
    ],
  });
}

/** The parameters with their meanings; those that the schema cannot do without are required. */
function parametersOf(shape: Shape): NonNullable<EndpointDoc['query']> {
  return Object.fromEntries(
    Object.entries(shape).map(([name, schema]) => {
      const description = PARAMETERS[name] ?? '';
      return [name, schema.safeParse(undefined).success ? description : { description, required: true }];
    }),
  );
}

/** The sandbox of this process, for a request with the right credentials. */
export function openSandboxFor({ headers }: ApiRequest): Sandbox {
  const caller = { authorization: headers.get('authorization'), host: headers.get('host') };
  return openSandbox(caller, { db: processDb(), now: now() });
}

/** The first value of each name of the query; blank ones count as absent. */
function firstValues(url: URL): Readonly<Record<string, string>> {
  return Object.fromEntries([...url.searchParams].filter(([, value]) => value !== '').reverse());
}
