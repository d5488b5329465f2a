import type { IncomingMessage, ServerResponse } from 'node:http';
import { type OpenSpan, type Recorder, readTrace, withTrace } from '../kernel/trace.ts';

/** Serves a request as part of the trace that its caller names, or of a new one. */
export type ServeTraced = <T>(incoming: IncomingMessage, outgoing: ServerResponse, work: () => T) => T;

/** Files, of which a page loads many. */
const UNRECORDED = /^\/_next\//;

/** Reads the trace of a request, and records nothing. */
export const serveUnrecorded: ServeTraced = (incoming, _, work) => withTrace(traceOf(incoming), work);

/**
 * Records the answer to every request that is sampled.
 * @param options.origin the public address of this server; the Host header is never used
 * @param options.findPage the route of a page, for requests of which nobody else says the route
 * @see https://opentelemetry.io/docs/specs/semconv/http/http-spans/#http-server
 */
export function createServeTraced(
  record: Recorder,
  options: { readonly origin: string; readonly findPage: (pathname: string) => string | undefined },
): ServeTraced {
  const { protocol, hostname, port } = new URL(options.origin);
  const scheme = protocol.replace(/:$/, '');
  return (incoming, outgoing, work) => {
    const { method = 'GET', url = '/' } = incoming;
    if (UNRECORDED.test(url)) return serveUnrecorded(incoming, outgoing, work);
    const trace = record(traceOf(incoming), method, 'server');
    const { span } = trace;
    if (!span) return withTrace(trace, work);
    span.note('http.request.method', method);
    span.note('url.scheme', scheme);
    span.note('server.address', hostname);
    span.note('server.port', Number(port) || (scheme === 'https' ? 443 : 80));
    const routed = nameByRoute(span, method);
    outgoing.once('close', () => {
      routed.end(options.findPage(url.split('?', 1)[0] ?? '/'), outgoing);
    });
    return withTrace({ ...trace, span: routed.span }, work);
  };
}

/** The span of a call takes its name from the route, as soon as somebody says it. */
function nameByRoute(span: OpenSpan, method: string) {
  let hasRoute = false;
  const note: OpenSpan['note'] = (attribute, value) => {
    span.note(attribute, value);
    if (attribute !== 'http.route') return;
    hasRoute = true;
    span.rename(`${method} ${value}`);
  };
  return {
    span: { ...span, note },
    end: (page: string | undefined, { statusCode, headersSent, writableFinished }: ServerResponse) => {
      if (!hasRoute && page !== undefined) note('http.route', page);
      if (headersSent) span.note('http.response.status_code', statusCode);
      if (headersSent && statusCode >= 500) span.fail(String(statusCode));
      else if (!writableFinished) span.note('error.type', 'closed');
      span.end();
    },
  };
}

function traceOf({ headers }: IncomingMessage) {
  return readTrace((name) => headers[name]?.toString());
}
