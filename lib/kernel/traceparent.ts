/** Where a call stands in a trace, as its caller said. */
export type TraceParent = {
  /** 32 hex digits, not all of them zero. */
  readonly traceId: string;
  /** The caller's span: 16 hex digits, not all of them zero. */
  readonly parentId: string;
  /** Whether the caller may have recorded its part. */
  readonly isSampled: boolean;
};

const SAMPLED = 0x01;
const STATE_MAX_LENGTH = 512;
const HEADER =
  /^(?<version>[0-9a-f]{2})-(?<traceId>[0-9a-f]{32})-(?<parentId>[0-9a-f]{16})-(?<flags>[0-9a-f]{2})(?<rest>-.*)?$/;

/**
 * Reads a `traceparent` header. Of a later version than 00 what is known of 00 is read, and more may follow.
 * @returns `undefined` when it is malformed or has an id of zeros; a new trace begins then
 * @see W3C Trace Context §3.2, §4.3
 */
export function parseTraceparent(text: string): TraceParent | undefined {
  const { version, traceId = '', parentId = '', flags = '', rest } = HEADER.exec(text)?.groups ?? {};
  if (version === undefined || version === 'ff' || (version === '00' && rest !== undefined)) return undefined;
  if (isZero(traceId) || isZero(parentId)) return undefined;
  return { traceId, parentId, isSampled: (Number.parseInt(flags, 16) & SAMPLED) !== 0 };
}

/** Writes a `traceparent` header of version 00. */
export function toTraceparent({ traceId, parentId, isSampled }: TraceParent): string {
  return `00-${traceId}-${parentId}-${isSampled ? '01' : '00'}`;
}

/**
 * Reads a `tracestate` header, which is passed on as it came.
 * @returns `undefined` when it is longer than anybody must pass on, or no plain text
 * @see W3C Trace Context §3.3
 */
export function parseTracestate(text: string): string | undefined {
  return text.length <= STATE_MAX_LENGTH && /^[\x20-\x7e]+$/.test(text) ? text : undefined;
}

function isZero(id: string): boolean {
  return /^0+$/.test(id);
}
