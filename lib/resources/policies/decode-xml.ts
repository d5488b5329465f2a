import { policyUnreadable } from '../problems.ts';

const MARKS = [
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const;
const DECLARED_LATIN = /^<\?xml[^>]*encoding=["'](?:iso-8859-1|windows-1252)["']/i;

/**
 * Decodes an XML file: UTF-16 when it begins with a byte order mark, Latin 1 when it says so, and UTF-8 otherwise. What
 * comes out says that it is UTF-8, as which it will be served.
 * @throws ProblemError 500 for bytes that are not in their encoding
 * @see XML 1.0 appendix F
 */
export function decodeXml(bytes: Uint8Array): string {
  const mark = MARKS.find((candidate) => candidate.bytes.every((byte, index) => bytes[index] === byte));
  const isLatin = DECLARED_LATIN.test(Buffer.from(bytes.subarray(0, 200)).toString('latin1'));
  try {
    const text = new TextDecoder(mark?.encoding ?? (isLatin ? 'windows-1252' : 'utf-8'), { fatal: true }).decode(bytes);
    return text.replace(/^(<\?xml[^>]*encoding=["'])[\w-]+/i, '$1utf-8');
  } catch (error) {
    throw policyUnreadable(error);
  }
}
