/** Answering a call, calling somebody else, or work of our own in between. */
export type SpanKind = 'server' | 'client' | 'internal';

/** What is said of a span; names by OpenTelemetry's semantic conventions, and some of our own. */
export type Attributes = Readonly<Record<string, string | number>>;

/** A part of a trace that has ended. */
export type Span = {
  readonly traceId: string;
  readonly spanId: string;
  /** `undefined` for the first of a trace. */
  readonly parentId: string | undefined;
  /** Whether the parent is another process's. */
  readonly isParentRemote: boolean;
  readonly name: string;
  readonly kind: SpanKind;
  /** Milliseconds since 1970 by the machine's clock, with fractions. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly attributes: Attributes;
  readonly isFailed: boolean;
};

/** The most spans that wait to be sent; what comes while so many wait is dropped. About 4 MiB. */
export const QUEUE_MAX = 4096;
/** The most spans in one message to the collector. */
export const BATCH_MAX = 512;
