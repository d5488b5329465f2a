const STATUS = {
  'KB-001': 500,
  'KB-002': 500,
  'KB-003': 404,
  'KB-004': 401,
  'KB-005': 403,
  'KB-006': 400,
  'KB-007': 404,
  'KB-008': 406,
  'KB-009': 404,
} as const;

/** The error codes of the API; public and stable. */
export type KravCode = keyof typeof STATUS;

/** A refusal by the API: a code, a text for the caller, and headers that belong to it. */
export class KravError extends Error {
  readonly code: KravCode;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: KravCode,
    message: string,
    options: {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly cause?: unknown;
    } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'KravError';
    this.code = code;
    this.status = options.status ?? STATUS[code];
    this.headers = options.headers ?? {};
  }
}

/** No credentials at all: a bare challenge, without an error code (RFC 6750 §3.1). */
export function missingToken(): KravError {
  return new KravError('KB-004', 'Kallet mangler Authorization: Bearer <token>.', {
    headers: { 'WWW-Authenticate': 'Bearer' },
  });
}

/** A token that does not hold (RFC 6750 §3.1). */
export function invalidToken(message: string, cause?: unknown): KravError {
  return new KravError('KB-004', message, { headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' }, cause });
}

/** A good token without the scope of this API (RFC 6750 §3.1). */
export function insufficientScope(scope: string): KravError {
  return new KravError('KB-005', `Tokenet mangler scopet ${scope}.`, {
    headers: { 'WWW-Authenticate': `Bearer error="insufficient_scope", scope="${scope}"` },
  });
}

/** Input that does not validate. */
export function invalidInput(message: string): KravError {
  return new KravError('KB-006', message);
}

/** A system behind the API failed; the caller learns which, not how. */
export function backEndFailed(message: string, cause?: unknown): KravError {
  return new KravError('KB-002', message, { cause });
}
