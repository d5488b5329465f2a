import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { parseTraceparent, parseTracestate } from './traceparent.ts';

/** Part of a trace while it is being recorded. */
export type OpenSpan = {
  /** 16 hex digits, not all of them zero. */
  readonly spanId: string;
  /** Says more about it. The value is of few kinds and names nobody (E1). */
  readonly note: (attribute: string, value: string | number) => void;
  readonly rename: (name: string) => void;
  /** Says that it failed, and by what kind of error. */
  readonly fail: (errorType: string) => void;
  /** Begins a part of it: work of our own, or a call to somebody else. */
  readonly begin: (name: string, kind: 'internal' | 'client') => OpenSpan;
  readonly end: () => void;
};

/** The trace to which the work being done belongs. */
export type Trace = {
  readonly traceId: string;
  /** The caller's span; `undefined` when the trace begins here. */
  readonly parentId?: string;
  readonly isSampled: boolean;
  /** The caller's `tracestate`, to be passed on. */
  readonly state?: string | undefined;
  /** What is recorded of this work; `undefined` when nothing is. */
  readonly span?: OpenSpan;
};

/** Decides whether a trace is recorded here, and begins its first span if so. */
export type Recorder = (trace: Trace, name: string, kind: 'server' | 'internal') => Trace;

const KEY = Symbol.for('systembruker.trace');
type Shared = { readonly storage: AsyncLocalStorage<Trace | undefined>; recorder?: Recorder | undefined };
type Holder = { [KEY]?: Shared };

(globalThis as Holder)[KEY] ??= { storage: new AsyncLocalStorage() };
/** Next's bundles and the machine lane share it. */
const shared = (globalThis as Holder)[KEY] as Shared;

/** Runs the work as part of a trace, whose id errors, log lines and audit rows share; `undefined` for part of none. */
export function withTrace<T>(trace: Trace | undefined, work: () => T): T {
  return shared.storage.run(trace, work);
}

/** The trace of the work being done; `undefined` outside any. */
export function currentTrace(): Trace | undefined {
  return shared.storage.getStore();
}

/** The id of the trace of the work being done, 32 hex digits; a new one outside any. */
export function currentTraceId(): string {
  return currentTrace()?.traceId ?? newId();
}

/** Continues the trace that a caller names in its headers, or begins one. */
export function readTrace(read: (header: 'traceparent' | 'tracestate') => string | null | undefined): Trace {
  const traceparent = read('traceparent');
  const parent = traceparent ? parseTraceparent(traceparent) : undefined;
  return parent ? { ...parent, state: parseTracestate(read('tracestate') ?? '') } : newTrace();
}

/** Begins a trace; until somebody records it, it counts as not sampled. @see W3C Trace Context §3.2.2.5.1 */
export function newTrace(): Trace {
  return { traceId: newId(), isSampled: false };
}

/** An id for a span: half of a UUID, of which at least one bit is set. */
export function newSpanId(): string {
  return newId().slice(16);
}

/** Lets somebody record the spans of this process, or nobody any more. */
export function recordSpans(recorder: Recorder | undefined): void {
  shared.recorder = recorder;
}

/** Runs work that nobody waits for as the first of its trace that this process does. */
export function inTrace<T>(trace: Trace, name: string, work: () => Promise<T>): Promise<T> {
  const begun = shared.recorder?.(trace, name, 'internal') ?? trace;
  return begun.span ? recorded(begun, begun.span, work) : withTrace(begun, work);
}

/** Runs a part of the work that is worth a span of its own; costs a look when nothing is recorded. */
export function inSpan<T>(name: string, work: () => Promise<T>): Promise<T> {
  const trace = currentTrace();
  if (!trace?.span) return work();
  const span = trace.span.begin(name, 'internal');
  return recorded({ ...trace, span }, span, work);
}

async function recorded<T>(trace: Trace, span: OpenSpan, work: () => Promise<T>): Promise<T> {
  try {
    return await withTrace(trace, work);
  } catch (error) {
    span.fail(error instanceof Error ? error.name : 'unknown');
    throw error;
  } finally {
    span.end();
  }
}

/** Of a UUID, whose random bytes Node fetches for many at a time. */
function newId(): string {
  return randomUUID().replaceAll('-', '');
}
