/** One DER value: tag, length, content. @see ITU-T X.690 §8, §10 */
export function der(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([Buffer.from([tag]), lengthOf(body.length), body]);
}

const INTEGER = 0x02;
const OID = 0x06;
const SEQUENCE = 0x30;
const UTF8_STRING = 0x0c;
const GENERALIZED_TIME = 0x18;
const UTC_TIME = 0x17;
const UTC_TIME_YEARS_END = 2050;

/** A sequence of values. */
export function sequence(...content: readonly Uint8Array[]): Buffer {
  return der(SEQUENCE, ...content);
}

/** A non-negative integer from its big-endian bytes, in as few bytes as it takes. @see ITU-T X.690 §8.3.2 */
export function integer(bytes: Uint8Array): Buffer {
  const firstDigit = bytes.findIndex((byte) => byte !== 0);
  const digits = firstDigit < 0 ? Buffer.from([0]) : bytes.subarray(firstDigit);
  const isNegative = ((digits[0] ?? 0) & 0x80) !== 0;
  return der(INTEGER, Buffer.from(isNegative ? [0] : []), digits);
}

/** A text in UTF-8. */
export function utf8(text: string): Buffer {
  return der(UTF8_STRING, Buffer.from(text));
}

/** An object identifier from its dotted form. */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return der(OID, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

/** An instant to the second, in the form that certificates prescribe for its year. @see RFC 5280 §4.1.2.5 */
export function time(at: Date): Buffer {
  const text = at.toISOString().replace(/[-:T]|\.[0-9]+/g, '');
  return at.getUTCFullYear() < UTC_TIME_YEARS_END
    ? der(UTC_TIME, Buffer.from(text.slice(2)))
    : der(GENERALIZED_TIME, Buffer.from(text));
}

function base128(value: number): number[] {
  const digits = [value & 0x7f];
  for (let rest = value >> 7; rest > 0; rest >>= 7) digits.unshift((rest & 0x7f) | 0x80);
  return digits;
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const hex = length.toString(16);
  const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  return Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes]);
}
