import type { JsonObject } from '../model.ts';

/** Deeper nesting than this has no meaning in a token. */
const JSON_DEPTH_MAX = 16;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads bytes as one JSON object and refuses what parsers disagree about: duplicate members, lone surrogates,
 * a byte order mark, bytes that are not UTF-8, nesting beyond the limit.
 * @returns `undefined` when the bytes are not such an object.
 * @see RFC 8259 §4, §8
 */
export function parseStrictJson(bytes: Uint8Array, depthMax: number = JSON_DEPTH_MAX): JsonObject | undefined {
  try {
    const text = utf8.decode(bytes);
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return isUnambiguous(text, depthMax) ? (value as JsonObject) : undefined;
  } catch {
    return undefined;
  }
}

/** Walks text that is already known to be valid JSON; linear, without recursion. */
function isUnambiguous(text: string, depthMax: number): boolean {
  // One set of member names for each open object, `undefined` for an open array.
  const open: (Set<string> | undefined)[] = [];
  let expectsName = false;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case OBJECT_START:
        if (open.push(new Set()) > depthMax) return false;
        expectsName = true;
        break;
      case ARRAY_START:
        if (open.push(undefined) > depthMax) return false;
        expectsName = false;
        break;
      case OBJECT_END:
      case ARRAY_END:
        open.pop();
        expectsName = false;
        break;
      case COMMA:
        expectsName = open.at(-1) !== undefined;
        break;
      case QUOTE: {
        const end = endOfString(text, at);
        const string = decode(text, at, end);
        if (!string.isWellFormed()) return false;
        if (expectsName) {
          const names = open.at(-1);
          if (names?.has(string)) return false;
          names?.add(string);
          expectsName = false;
        }
        at = end;
      }
    }
  }
  return true;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const ARRAY_START = 0x5b;
const ARRAY_END = 0x5d;
const OBJECT_START = 0x7b;
const OBJECT_END = 0x7d;

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return at;
}

function decode(text: string, start: number, end: number): string {
  const raw = text.slice(start + 1, end);
  return raw.includes('\\') ? (JSON.parse(text.slice(start, end + 1)) as string) : raw;
}
