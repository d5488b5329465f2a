/**
 * A refused token or administration request in OAuth terms; rendered by `lib/http` only.
 * `code` is Maskinporten's number (`MP-110`) or our own stable slug (`issue-time`) and ends up in `error_uri`.
 * @see RFC 6749 §5.2
 */
export class OAuthError extends Error {
  readonly error: string;
  readonly code: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(options: {
    error: string;
    code: string;
    description: string;
    status?: number;
    headers?: Readonly<Record<string, string>>;
    cause?: unknown;
  }) {
    super(options.description, { cause: options.cause });
    this.name = 'OAuthError';
    this.error = options.error;
    this.code = options.code;
    this.status = options.status ?? 400;
    this.headers = options.headers ?? {};
  }
}

/** One entry of a validation problem: `AUTH.VLD-00004` with the members it is about. */
export type ValidationError = {
  readonly code: string;
  readonly title: string;
  readonly paths: readonly string[];
  readonly extensions?: Readonly<Record<string, unknown>>;
};

/**
 * A refused API call or form. `code` tells the families apart (`altinn-api.md` §3):
 * with a code: domain problem (A), or validation problem (B) when `validationErrors` is there;
 * without: model binding (C) when `errors` is there, otherwise a bare status (D).
 * @see RFC 9457
 */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: string | undefined;
  readonly extensions: Readonly<Record<string, unknown>>;
  readonly validationErrors: readonly ValidationError[] | undefined;
  readonly errors: Readonly<Record<string, readonly string[]>> | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(options: {
    status: number;
    title: string;
    code?: string;
    extensions?: Readonly<Record<string, unknown>>;
    validationErrors?: readonly ValidationError[];
    errors?: Readonly<Record<string, readonly string[]>>;
    headers?: Readonly<Record<string, string>>;
    cause?: unknown;
  }) {
    super(options.title, { cause: options.cause });
    this.name = 'ProblemError';
    this.status = options.status;
    this.code = options.code;
    this.extensions = options.extensions ?? {};
    this.validationErrors = options.validationErrors;
    this.errors = options.errors;
    this.headers = options.headers ?? {};
  }
}

/** A refusal whose wire form has no JSON: an empty body (family F) or a bare text (family E). */
export class BareError extends Error {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, body = '', headers: Readonly<Record<string, string>> = {}) {
    super(body === '' ? `HTTP ${status}` : body);
    this.name = 'BareError';
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

/** No valid token: 401 without a body. */
export function unauthenticated(): BareError {
  return new BareError(401, '', { 'www-authenticate': 'Bearer' });
}

/** A valid caller that lacks the scope, role or ownership: 403 without a body. */
export function forbidden(): BareError {
  return new BareError(403);
}

/** Several validation errors of one body, all at once. */
export function validationProblem(errors: readonly ValidationError[]): ProblemError {
  return new ProblemError({
    status: 400,
    code: 'STD-00000',
    title: 'One or more validation errors occurred.',
    validationErrors: errors,
  });
}

/** A body, query or route value that does not bind: 400 with an object of texts per field. */
export function bindingProblem(errors: Readonly<Record<string, readonly string[]>>): ProblemError {
  return new ProblemError({ status: 400, title: 'One or more validation errors occurred.', errors });
}

/** A bare `NotFound()` and its like: RFC 9110 title, no code. */
export function statusProblem(status: 400 | 401 | 404 | 405 | 409 | 410 | 413 | 415 | 429 | 503): ProblemError {
  return new ProblemError({ status, title: STATUS_TITLES[status] });
}

/** The reason phrases that bare problems carry as their title. */
export const STATUS_TITLES = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  410: 'Gone',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  503: 'Service Unavailable',
} as const;
