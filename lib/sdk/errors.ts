/** Thrown when Maskinporten refuses a grant. Asking again gives the same answer until something has been mended. */
export class TokenRefused extends Error {
  /** Maskinporten's number, such as `MP-303`, or another stable word at the end of `error_uri`. */
  readonly code: string;
  /** OAuth's word for it, such as `invalid_grant`. */
  readonly error: string;
  readonly description: string;
  /** A page that explains the code. */
  readonly errorUri: string | undefined;
  readonly traceId: string | undefined;
  /** What most often helps, in a sentence. */
  readonly hint: string | undefined;

  constructor(refusal: Pick<TokenRefused, 'code' | 'error' | 'description' | 'errorUri' | 'traceId' | 'hint'>) {
    super(`${refusal.code}: ${refusal.description}`);
    this.name = 'TokenRefused';
    this.code = refusal.code;
    this.error = refusal.error;
    this.description = refusal.description;
    this.errorUri = refusal.errorUri;
    this.traceId = refusal.traceId;
    this.hint = refusal.hint;
  }
}

/** Thrown when Altinn refuses a call. */
export class AltinnRefused extends Error {
  readonly status: number;
  /** Altinn's number, such as `AUTH-00004`; the status when the answer has none. */
  readonly code: string;
  /** Every code of the answer: one for each thing that is wrong with a body. */
  readonly codes: readonly string[];
  readonly description: string;
  readonly traceId: string | undefined;
  /** The answer as it came. */
  readonly body: unknown;

  constructor(refusal: Pick<AltinnRefused, 'status' | 'code' | 'codes' | 'description' | 'traceId' | 'body'>) {
    super(`${refusal.code}: ${refusal.description}`);
    this.name = 'AltinnRefused';
    this.status = refusal.status;
    this.code = refusal.code;
    this.codes = refusal.codes;
    this.description = refusal.description;
    this.traceId = refusal.traceId;
    this.body = refusal.body;
  }
}

/** Thrown when there is no answer, or one that says "not now" or that no contract knows. It may work later. */
export class ServiceUnavailable extends Error {
  /** `undefined` when there was no answer. */
  readonly status: number | undefined;
  /** How long the service wants to be left alone. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    message: string,
    details: {
      readonly status?: number;
      readonly retryAfterSeconds?: number | undefined;
      readonly cause?: unknown;
    } = {},
  ) {
    super(message, { cause: details.cause });
    this.name = 'ServiceUnavailable';
    this.status = details.status;
    this.retryAfterSeconds = details.retryAfterSeconds;
  }
}

/** Thrown when a message is not from whom it says, is too old, or is not for you. */
export class NotGenuine extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'NotGenuine';
  }
}

/** Thrown when a request has not been answered in the time given; the cause says when the service was away at the end. */
export class NoAnswerYet extends Error {
  constructor(cause?: unknown) {
    super('The request has not been answered yet', cause === undefined ? {} : { cause });
    this.name = 'NoAnswerYet';
  }
}

/** Thrown at once for a key that Maskinporten cannot take; says nothing of the key itself. */
export class UnusableKey extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnusableKey';
  }
}
