import type { JsonObject } from '../model.ts';
import { parseStrictJson } from './strict-json.ts';

/** A header may carry a certificate chain; a payload never needs this much. */
const HEADER_MAX_CHARACTERS = 48 * 1024;
const PAYLOAD_MAX_CHARACTERS = 16 * 1024;

/** A compact JWS taken apart. Nothing in it is trusted yet: the signature has not been looked at. */
export type Jws = {
  readonly header: JsonObject;
  readonly payload: JsonObject;
  /** The received bytes that the signature is over. */
  readonly signingInput: string;
  readonly signature: Buffer;
};

/**
 * Takes a compact JWS apart: three base64url parts, of which the first two are JSON objects without ambiguity.
 * Does not check the signature, and not any member.
 * @returns `undefined` when the text is anything else: five parts, JSON serialisation, padding, line breaks.
 * @see RFC 7515 §7.1
 */
export function parseJws(text: string): Jws | undefined {
  const parts = text.split('.', 4);
  if (parts.length !== 3) return undefined;
  const [headerPart = '', payloadPart = '', signaturePart = ''] = parts;
  if (headerPart.length > HEADER_MAX_CHARACTERS || payloadPart.length > PAYLOAD_MAX_CHARACTERS) return undefined;
  const header = decodeObject(headerPart);
  const payload = decodeObject(payloadPart);
  const signature = signaturePart === '' ? Buffer.alloc(0) : fromBase64url(signaturePart);
  if (!header || !payload || !signature) return undefined;
  return { header, payload, signingInput: text.slice(0, headerPart.length + 1 + payloadPart.length), signature };
}

function decodeObject(part: string): JsonObject | undefined {
  const bytes = fromBase64url(part);
  return bytes && parseStrictJson(bytes);
}

/** Node's decoder forgives stray characters and bits; one encoding per value is what the standard wants. */
function fromBase64url(part: string): Buffer | undefined {
  if (!/^[A-Za-z0-9_-]+$/.test(part)) return undefined;
  const bytes = Buffer.from(part, 'base64url');
  return bytes.toString('base64url') === part ? bytes : undefined;
}
