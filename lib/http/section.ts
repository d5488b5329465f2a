import type { z } from 'zod';
import { env } from '../config/env.ts';
import { isClockMoved, now } from '../context/clock.ts';
import { isRateLimited, withRateLimit } from '../context/rate-limit.ts';
import { AnsweredInstead, beginCall, endCall } from '../context/served-call.ts';
import { BareError } from '../kernel/errors.ts';
import { isHeard, tell } from '../kernel/happenings.ts';
import { currentTrace, currentTraceId, readTrace, withTrace } from '../kernel/trace.ts';
import { addressOf } from './address.ts';
import type { ApiRequest } from './api-request.ts';
import { BODY_MAX_BYTES } from './body.ts';
import { callWatch } from './call-watch.ts';
import { literalFirst, matchesPath, paramsOf, routeOf, split } from './path-template.ts';
import { type Answer, empty, toResponse } from './responses.ts';
import { strictTransport } from './transport.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** The names between braces of a path template: `vendor/{systemId}` → `'systemId'`. */
type ParamNames<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParamNames<Rest>
  : never;

/** One request that has found its endpoint; `params` are decoded once. */
export type Call<Path extends string = string> = {
  readonly request: ApiRequest;
  readonly url: URL;
  readonly params: Readonly<Record<ParamNames<Path>, string>>;
};

/** Parameters by name with their meaning, and whether a call cannot do without. */
type NamedParameters = Readonly<Record<string, string | { readonly description: string; readonly required: true }>>;

/** What the API reference says of an endpoint, beside its path. */
export type EndpointDoc = {
  readonly summary: string;
  /** Scopes of which one suffices, or a word like `anonymous`. */
  readonly auth?: string;
  readonly query?: NamedParameters;
  /** Headers that the endpoint reads, beside those that every call may have. */
  readonly headers?: NamedParameters;
  readonly body?: z.ZodType;
  /** A body as callers send it, where the smallest that passes says too little. */
  readonly bodyExample?: unknown;
  /** Media type of the body; JSON unless said. */
  readonly bodyType?: string;
  /** Body of every success but 204; `'nothing'` when it has none. */
  readonly answer?: z.ZodType | 'nothing';
  /** Media type of the answer; JSON unless said. */
  readonly answerType?: string;
  /** Another media type in which body and answer may come; its form is told by its own standard. */
  readonly alsoAs?: string;
  /** JSON in which an answer of another media type may come instead. */
  readonly answerInJson?: z.ZodType;
  /** What each status means. */
  readonly responses?: Readonly<Record<number, string>>;
  /** Those of the statuses that refuse with a text in JSON, quotes and all. */
  readonly quotedRefusals?: readonly number[];
};

/** A method and a path template below the section's base, with what answers it. */
export type Endpoint = {
  readonly method: Method;
  readonly path: string;
  readonly handle: (call: Call) => Promise<Answer> | Answer;
  readonly doc: EndpointDoc;
};

/** Declares one endpoint; static segments match without regard to case, a trailing slash is optional. */
export function endpoint<const Path extends string>(
  method: Method,
  path: Path,
  doc: EndpointDoc,
  handle: (call: Call<Path>) => Promise<Answer> | Answer,
): Endpoint {
  return { method, path, doc, handle: handle as Endpoint['handle'] };
}

const MS_PER_SECOND = 1000;

type Handler = (request: ApiRequest) => Promise<Response>;

/** The endpoint that a request has found, once it has. */
type Found = { endpoint?: Endpoint };

let observe: ((endpoint: Endpoint, answered: Answer) => void) | undefined;

/** Shows every answer to tests, with the endpoint that gave it. */
export function observeAnswers(observer: typeof observe): void {
  observe = observer;
}

/** The functions that a `route.ts` exports, one per method; all lead to the same router. */
type Handlers = Readonly<Record<Method | 'HEAD' | 'OPTIONS', Handler>>;

/** How a section words refusals: RFC 9457, RFC 6749 §5.2, Maskinporten's administration, or the guest API's own. */
export type ErrorFamily = 'problem' | 'oauth' | 'administration' | 'krav';

/** A part of the API with one base path: its endpoints for the reference, one way to answer and its handlers for the two doors. */
export type Section = {
  readonly base: string;
  readonly title: string;
  /** The largest body that any of its endpoints reads, in bytes; 64 KiB unless said. */
  readonly maxBodyBytes: number;
  /** Set for an older address of endpoints that have a better one. */
  readonly deprecated?: boolean;
  /** The family of its refusals, for the reference. */
  readonly errors?: ErrorFamily;
  readonly endpoints: readonly Endpoint[];
  /** Answers any request below the base; what it throws is a bug. */
  readonly answer: (request: ApiRequest) => Promise<Answer>;
  /** The same for Next. */
  readonly handlers: Handlers;
};

/** What an API section is made from. */
export type SectionOptions = {
  readonly base: string;
  readonly title: string;
  /** Turns what a handler threw into the section's error family; see `problem-response.ts` and `oauth-response.ts`. */
  readonly onError: (error: unknown) => Answer;
  /** Allows cross-origin calls with a bearer token, never with cookies. */
  readonly cors?: boolean;
  readonly errors?: ErrorFamily;
  readonly maxBodyBytes?: number;
  readonly endpoints: readonly Endpoint[];
};

/**
 * Builds the handlers of one API section. Literal segments win over parameters; an unknown path is 404,
 * a known path with another method 405 with `Allow`.
 */
export function apiSection(options: SectionOptions): Section {
  const routes = options.endpoints.map((candidate) => ({ endpoint: candidate, segments: split(candidate.path) }));
  const baseLength = split(options.base).length;

  /** Answers, and says which endpoint did. */
  const respond = async (request: ApiRequest, found: Found): Promise<Answer> => {
    const url = new URL(request.url);
    const segments = split(url.pathname).slice(baseLength);
    const matches = routes.filter((route) => matchesPath(route.segments, segments)).sort(literalFirst);
    if (matches.length === 0) throw new BareError(404);
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const best = matches.find((match) => match.endpoint.method === method);
    if (!best) throw methodNotAllowed(matches.map((match) => match.endpoint.method));
    found.endpoint = best.endpoint;
    const answered = await best.endpoint.handle({ request, url, params: paramsOf(best.segments, segments) });
    observe?.(best.endpoint, answered);
    return answered;
  };

  const answerOrRefuse = async (request: ApiRequest, found: Found, isWatched: boolean): Promise<Answer> => {
    try {
      if (isWatched) await beginCall();
      const answered = await respond(request, found);
      if (isWatched) await endCall();
      return answered;
    } catch (error) {
      if (error instanceof AnsweredInstead) return challenging(request, error.answer);
      const refused = challenging(request, options.onError(error));
      if (found.endpoint) observe?.(found.endpoint, refused);
      return refused;
    }
  };

  const answerTraced = async (request: ApiRequest): Promise<Answer> => {
    if (options.cors && request.method === 'OPTIONS') return finish(request, PREFLIGHT, true);
    const startedAt = isHeard('request') ? performance.now() : 0;
    const found: Found = {};
    const watch = callWatch();
    const work = async () => {
      const answered = await answerOrRefuse(request, found, watch !== undefined);
      if (startedAt > 0) {
        const seconds = (performance.now() - startedAt) / MS_PER_SECOND;
        tell('request', {
          method: request.method,
          route: routeOf(options.base, found.endpoint?.path),
          status: answered.status,
          seconds,
        });
      }
      return finish(request, answered, options.cors ?? false);
    };
    const counted = () => (isRateLimited() ? withRateLimit(addressOf(request), work) : work());
    const errors = options.errors ?? 'problem';
    return watch
      ? watch.around({ request, base: options.base, errors, traceId: currentTraceId() }, counted)
      : counted();
  };
  // The server has read the trace already.
  const answer: Section['answer'] = (request) =>
    currentTrace()
      ? answerTraced(request)
      : withTrace(
          readTrace((name) => request.headers.get(name)),
          () => answerTraced(request),
        );
  const handler: Handler = async (request) => toResponse(await answer(request));

  return {
    base: options.base,
    title: options.title,
    maxBodyBytes: options.maxBodyBytes ?? BODY_MAX_BYTES,
    errors: options.errors ?? 'problem',
    endpoints: options.endpoints,
    answer,
    handlers: {
      GET: handler,
      HEAD: handler,
      POST: handler,
      PUT: handler,
      PATCH: handler,
      DELETE: handler,
      OPTIONS: handler,
    },
  };
}

/** @returns a 405 that names the methods there are (RFC 9110 §15.5.6). */
function methodNotAllowed(methods: readonly string[]): BareError {
  return new BareError(405, '', { allow: [...new Set(methods)].join(', ') });
}

const PREFLIGHT = empty(204, {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, PUT, DELETE',
  'access-control-allow-headers': 'authorization, content-type, if-match, traceparent, tracestate',
  'access-control-max-age': '600',
});
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, location, www-authenticate, retry-after, ratelimit, ratelimit-policy',
};

/** Tells a caller whose token was not taken from one who sent none, or credentials of another kind (RFC 6750 §3.1). */
function challenging(request: ApiRequest, answer: Answer): Answer {
  if (answer.headers['www-authenticate'] !== 'Bearer') return answer;
  if (!/^Bearer\b/i.test(request.headers.get('authorization') ?? '')) return answer;
  return { ...answer, headers: { ...answer.headers, 'www-authenticate': 'Bearer error="invalid_token"' } };
}

/** Headers that every machine answer carries (C15); an answer may set its own `Cache-Control`. */
function finish(request: ApiRequest, answer: Answer, cors: boolean): Answer {
  const transport = strictTransport(env().hostname);
  return {
    ...answer,
    headers: {
      'cache-control': 'no-store',
      ...answer.headers,
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      // By this clients that must agree with us on the time can tell what it is here.
      ...(isClockMoved() ? { date: now().toUTCString() } : {}),
      ...(transport === undefined ? {} : { 'strict-transport-security': transport }),
      ...(cors ? CORS : {}),
    },
    body: request.method === 'HEAD' ? null : answer.body,
  };
}
