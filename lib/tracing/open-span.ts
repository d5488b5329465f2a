import { machineNow } from '../context/clock.ts';
import { newSpanId, type OpenSpan, type Trace } from '../kernel/trace.ts';
import type { Attributes, Span, SpanKind } from './model.ts';

type Opened = {
  readonly name: string;
  readonly kind: SpanKind;
  readonly attributes?: Attributes;
  /** What the clock was ahead of the process's own counter when the first span of this process began. */
  readonly epochMs?: number;
};

/**
 * Begins a span whose parent the trace names, ours or a caller's.
 * @param done gets it when it ends, once
 */
export function openSpan(
  trace: Pick<Trace, 'traceId' | 'parentId' | 'span'>,
  { name, kind, attributes = {}, epochMs = machineNow().getTime() - performance.now() }: Opened,
  done: (span: Span) => void,
): OpenSpan {
  const startedAt = epochMs + performance.now();
  const spanId = newSpanId();
  const { traceId } = trace;
  const noted: Record<string, string | number> = { ...attributes };
  let latestName = name;
  let isFailed = false;
  let hasEnded = false;
  const span: OpenSpan = {
    spanId,
    note: (attribute, value) => {
      noted[attribute] = value;
    },
    rename: (better) => {
      latestName = better;
    },
    fail: (errorType) => {
      noted['error.type'] = errorType;
      isFailed = true;
    },
    begin: (part, partKind) => openSpan({ traceId, span }, { name: part, kind: partKind, epochMs }, done),
    end: () => {
      if (hasEnded) return;
      hasEnded = true;
      done({
        traceId,
        spanId,
        parentId: trace.span?.spanId ?? trace.parentId,
        isParentRemote: trace.span === undefined && trace.parentId !== undefined,
        name: latestName,
        kind,
        startedAt,
        endedAt: epochMs + performance.now(),
        attributes: noted,
        isFailed,
      });
    },
  };
  return span;
}
