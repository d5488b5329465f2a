import { subscribe } from 'node:diagnostics_channel';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { currentTrace, newSpanId, type OpenSpan } from '../kernel/trace.ts';
import { toTraceparent } from '../kernel/traceparent.ts';

/** The part of a request by `fetch` that its channels show. */
type FetchRequest = {
  readonly method: string;
  readonly origin: string | URL;
  /** Names and values in turn. */
  readonly headers: readonly (string | Buffer)[];
  readonly addHeader: (name: string, value: string) => void;
};

const open = new WeakMap<object, OpenSpan>();
let isWatching = false;

/**
 * Lets every HTTP call that this process makes in a trace tell of it, and records it when the trace is recorded. A call
 * outside any trace, or one that names a trace itself, goes out as it is. The guests' calls are among them: who makes them
 * knows nothing of it.
 * @see W3C Trace Context §3; `undici:request:create` and `http.client.request.created` of Node's diagnostics channels
 */
export function traceOutgoingCalls(): void {
  if (isWatching) return;
  isWatching = true;
  on<{ request: FetchRequest }>('undici:request:create', ({ request }) => {
    const isNamed = request.headers.some((name, index) => index % 2 === 0 && isTraceparent(String(name)));
    if (!isNamed)
      begin(request, { method: request.method, to: new URL(request.origin) }, request.addHeader.bind(request));
  });
  on<{ request: object; response: { statusCode: number } }>('undici:request:headers', ({ request, response }) =>
    answered(request, response.statusCode),
  );
  on<{ request: object }>('undici:request:trailers', ({ request }) => open.get(request)?.end());
  on<{ request: object; error: unknown }>('undici:request:error', ({ request, error }) => failed(request, error));

  on<{ request: ClientRequest }>('http.client.request.created', ({ request }) => {
    if (request.headersSent || request.hasHeader('traceparent')) return;
    const { protocol, method, host } = request;
    const port = /:(?<port>[0-9]+)$/.exec(String(request.getHeader('host')))?.groups?.port;
    const to = { protocol, hostname: host, port: port ?? '' };
    begin(request, { method, to }, request.setHeader.bind(request));
  });
  on<{ request: object; response: IncomingMessage }>('http.client.response.finish', ({ request, response }) => {
    answered(request, response.statusCode ?? 0);
    open.get(request)?.end();
  });
  on<{ request: object; error: unknown }>('http.client.request.error', ({ request, error }) => failed(request, error));
}

function on<Message>(channel: string, heard: (message: Message) => void): void {
  subscribe(channel, (message) => heard(message as Message));
}

function isTraceparent(name: string): boolean {
  return name.toLowerCase() === 'traceparent';
}

type Call = { readonly method: string; readonly to: Pick<URL, 'protocol' | 'hostname' | 'port'> };

function begin(request: object, call: Call, setHeader: (name: string, value: string) => unknown): void {
  const trace = currentTrace();
  if (!trace) return;
  const span = trace.span?.begin(call.method, 'client');
  // Where nothing is recorded, the caller's span stays the parent of what follows.
  const parentId = span?.spanId ?? trace.parentId ?? newSpanId();
  setHeader('traceparent', toTraceparent({ ...trace, parentId }));
  if (trace.state !== undefined) setHeader('tracestate', trace.state);
  if (!span) return;
  describe(span, call);
  open.set(request, span);
}

/** Where it goes, not what for: a path holds ids, and a query anything (E1). */
function describe(span: OpenSpan, { method, to }: Call): void {
  const scheme = to.protocol.replace(/:$/, '');
  span.note('http.request.method', method);
  span.note('server.address', to.hostname);
  span.note('server.port', Number(to.port) || (scheme === 'https' ? 443 : 80));
  span.note('url.scheme', scheme);
}

function answered(request: object, status: number): void {
  const span = open.get(request);
  span?.note('http.response.status_code', status);
  if (status >= 400) span?.fail(String(status));
}

function failed(request: object, error: unknown): void {
  const { code, name = 'unknown' } = error as { readonly code?: unknown; readonly name?: string };
  const span = open.get(request);
  span?.fail(typeof code === 'string' ? code : name);
  span?.end();
}
