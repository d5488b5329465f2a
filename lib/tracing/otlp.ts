import type { Attributes, Span, SpanKind } from './model.ts';

/** `SpanKind` of opentelemetry/proto/trace/v1/trace.proto. */
const KINDS: Readonly<Record<SpanKind, number>> = { internal: 1, server: 2, client: 3 };
const STATUS_ERROR = 2;

const SAMPLED = 0x001;
const KNOWS_WHETHER_PARENT_IS_REMOTE = 0x100;
const PARENT_IS_REMOTE = 0x200;

/**
 * Spans as OTLP's JSON has them: ids in hex, 64-bit numbers as text.
 * @param resource what made them: the process
 * @see https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding
 */
export function toOtlp(spans: readonly Span[], resource: Attributes): object {
  return {
    resourceSpans: [
      {
        resource: { attributes: toAttributes(resource) },
        scopeSpans: [{ scope: { name: 'systembruker' }, spans: spans.map(toSpan) }],
      },
    ],
  };
}

function toSpan(span: Span): object {
  const { traceId, spanId, parentId, name, kind, attributes, isFailed, isParentRemote } = span;
  return {
    traceId,
    spanId,
    ...(parentId === undefined ? {} : { parentSpanId: parentId }),
    flags: SAMPLED | KNOWS_WHETHER_PARENT_IS_REMOTE | (isParentRemote ? PARENT_IS_REMOTE : 0),
    name,
    kind: KINDS[kind],
    startTimeUnixNano: toNanoseconds(span.startedAt),
    endTimeUnixNano: toNanoseconds(span.endedAt),
    attributes: toAttributes(attributes),
    status: isFailed ? { code: STATUS_ERROR } : {},
  };
}

function toAttributes(attributes: Attributes): object[] {
  return Object.entries(attributes).map(([key, value]) => ({
    key,
    value: typeof value === 'string' ? { stringValue: value } : { intValue: String(value) },
  }));
}

/** A number of milliseconds holds microseconds exactly, and nothing finer. */
function toNanoseconds(ms: number): string {
  return `${Math.round(ms * 1000)}000`;
}
