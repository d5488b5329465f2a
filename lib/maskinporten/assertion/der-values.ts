/** One value as it stands in DER: its tag, what it holds, and all of its bytes. */
export type DerValue = { readonly tag: number; readonly content: Buffer; readonly whole: Buffer };

const LONG_FORM = 0x80;
const LENGTH_MAX_BYTES = 4;
const MANY_BYTE_TAG = 0x1f;

/**
 * Reads values that follow one another, without looking inside them.
 * @returns `undefined` for anything that is not DER to the last byte.
 * @see ITU-T X.690 §8.1, §10.1
 */
export function parseDer(bytes: Buffer): readonly DerValue[] | undefined {
  const values: DerValue[] = [];
  let at = 0;
  while (at < bytes.length) {
    const value = parseOne(bytes, at);
    if (!value) return undefined;
    values.push(value);
    at += value.whole.length;
  }
  return values;
}

function parseOne(bytes: Buffer, at: number): DerValue | undefined {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined || (tag & MANY_BYTE_TAG) === MANY_BYTE_TAG) return undefined;
  const lengthBytes = first < LONG_FORM ? 0 : first - LONG_FORM;
  const start = at + 2 + lengthBytes;
  // Zero length bytes in the long form would be the indefinite length, which DER has not.
  if (first === LONG_FORM || lengthBytes > LENGTH_MAX_BYTES || start > bytes.length) return undefined;
  const length = lengthBytes === 0 ? first : bytes.readUIntBE(at + 2, lengthBytes);
  const isShortest = lengthBytes === 0 || length >= (lengthBytes === 1 ? LONG_FORM : 2 ** (8 * (lengthBytes - 1)));
  if (!isShortest || start + length > bytes.length) return undefined;
  return { tag, content: bytes.subarray(start, start + length), whole: bytes.subarray(at, start + length) };
}
