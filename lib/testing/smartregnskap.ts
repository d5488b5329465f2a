import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeJwt, exportJWK, generateKeyPair, type JWTPayload } from 'jose';
import type { Settings } from '../demo/smartregnskap/settings.ts';

type Reply = { readonly status: number; readonly body: unknown };
type Call = { readonly method: string; readonly path: string; readonly authorization?: string; readonly body: string };

/** What the played Maskinporten, Altinn and *Krav og betalinger* answer; a test changes what it is about. */
export type Outside = {
  readonly settings: Settings;
  token: Reply;
  /** What a grant for a customer's system user is answered, where that is something else. */
  customerToken: Reply | undefined;
  /** Answers by `METHOD /path`; a list is used up from the front, its last member stays. */
  readonly replies: Map<string, readonly Reply[]>;
  readonly calls: Call[];
  /** The claims of every grant that was sent, in order. */
  readonly grants: () => JWTPayload[];
  readonly stop: () => Promise<void>;
};

/** The paths below which SmartRegnskap calls Altinn and the API. */
export const REQUESTS = '/authentication/api/v1/systemuser/request/vendor';
const EXCHANGE = '/authentication/api/v1/exchange/maskinporten';
export const CLAIMS = '/krav/regnskapssystem/314400402/aapnekrav';

const keys = generateKeyPair('RS256', { extractable: true });

/** A request as Altinn describes it to a vendor. */
export function aSentRequest(status: string, id = 'ef3b1c9e-0000-4000-8000-000000000001'): object {
  return { id, status, timedOut: false, confirmUrl: `https://portal.example/request?id=${id}` };
}

/** Starts one server that plays everybody SmartRegnskap talks to. */
export async function startOutside(stateFile: string): Promise<Outside> {
  const { privateKey } = await keys;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = '', url: path = '', headers } = request;
    const body = Buffer.concat(chunks).toString('utf8');
    outside.calls.push({
      method,
      path,
      body,
      ...(headers.authorization ? { authorization: headers.authorization } : {}),
    });
    const [reply = { status: 404, body: {} }, ...rest] = outside.replies.get(`${method} ${path}`) ?? [];
    if (rest.length > 0) outside.replies.set(`${method} ${path}`, rest);
    const answer = path === '/token' ? tokenFor(outside, body) : reply;
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const metadata = { issuer: `${url}/`, token_endpoint: `${url}/token` };
  const outside: Outside = {
    settings: {
      url: 'https://smartregnskap.example',
      issuer: `${url}/`,
      platformUrl: url,
      kravUrl: `${url}/krav`,
      clientId: 'smartregnskap-client',
      clientJwk: { ...(await exportJWK(privateKey)), kid: 'smartregnskap-1' },
      systemId: '313300307_smartregnskap',
      stateFile,
      webhookSecret: undefined,
    },
    token: { status: 200, body: { access_token: 'token', token_type: 'Bearer', expires_in: 120, scope: '' } },
    customerToken: undefined,
    replies: new Map([
      ['GET /.well-known/oauth-authorization-server', [{ status: 200, body: metadata }]],
      [`GET ${EXCHANGE}`, [{ status: 200, body: '"exchanged"' }]],
    ]),
    calls: [],
    grants: () => outside.calls.filter((call) => call.path === '/token').map((call) => grantIn(call.body)),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return outside;
}

function tokenFor({ token, customerToken = token }: Outside, body: string): Reply {
  return grantIn(body).authorization_details === undefined ? token : customerToken;
}

function grantIn(body: string): JWTPayload {
  return decodeJwt(new URLSearchParams(body).get('assertion') ?? '');
}
