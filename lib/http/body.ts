import type { z } from 'zod';
import { BareError, bindingProblem } from '../kernel/errors.ts';
import type { ApiRequest } from './api-request.ts';
import { foldKeys } from './fold-keys.ts';

/** The largest body of a machine endpoint, in bytes; policies may be larger. */
export const BODY_MAX_BYTES = 64 * 1024;

/** What a body that is not JSON is refused with. */
export const NOT_JSON = 'The body is not valid JSON.';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a body as text, as `readBytes` does.
 * @throws BareError 413 above the limit, 415 for a compressed body, 400 for bytes that are not UTF-8.
 */
export async function readText(request: ApiRequest, maxBytes: number = BODY_MAX_BYTES): Promise<string> {
  const bytes = await readBytes(request, maxBytes);
  try {
    return utf8.decode(bytes);
  } catch {
    throw new BareError(400);
  }
}

/**
 * Reads a body and stops at the limit, both by `Content-Length` and while it streams.
 * @throws BareError 413 above the limit, 415 for a compressed body.
 */
export async function readBytes(request: ApiRequest, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const encoding = request.headers.get('content-encoding');
  if (encoding && encoding.toLowerCase() !== 'identity') throw new BareError(415);
  const length = request.headers.get('content-length');
  if (Number(length ?? 0) > maxBytes) throw new BareError(413);
  // A stated length is what the HTTP parser delivers; only a chunked body has to be counted while it streams.
  return length === null ? readStream(request, maxBytes) : request.bytes();
}

async function readStream(request: ApiRequest, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new BareError(413);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Reads a JSON body into the schema's type. Member names bind without regard to case; unknown members are
 * the schema's business (zod drops them unless it is strict).
 * @throws ProblemError 400 with `errors` per field (family C) · BareError 413, 415.
 */
export async function readJson<Schema extends z.ZodType>(
  request: ApiRequest,
  schema: Schema,
  maxBytes: number = BODY_MAX_BYTES,
): Promise<z.output<Schema>> {
  return readJsonText(await readText(request, maxBytes), schema);
}

/** Reads a body that is here already, as `readJson` does. @throws ProblemError 400 (family C) */
export function readJsonText<Schema extends z.ZodType>(text: string, schema: Schema): z.output<Schema> {
  const value = parseJson(text);
  if (value === undefined) throw bindingProblem({ $: [NOT_JSON] });
  return bind(schema, value);
}

/** Reads a JSON body likewise; one that is not there is an object without members. */
export async function readOptionalJson<Schema extends z.ZodType>(
  request: ApiRequest,
  schema: Schema,
): Promise<z.output<Schema>> {
  const text = await readText(request);
  const value = text === '' ? {} : parseJson(text);
  if (value === undefined) throw bindingProblem({ $: [NOT_JSON] });
  return bind(schema, value);
}

/**
 * Parses a body without any `__proto__` member, so that no later copy can touch a prototype.
 * @returns `undefined` for what is not JSON
 */
export function parseJson(text: string): unknown {
  // Asking about every member is slow; without the word itself, or an escape that could spell it, there is none to drop.
  const isPlain = !text.includes('__proto__') && !text.includes('\\u');
  try {
    return JSON.parse(text, isPlain ? undefined : (key, value) => (key === '__proto__' ? undefined : value));
  } catch {
    return undefined;
  }
}

/** Checks a value against a schema after folding member names. @throws ProblemError 400 (family C) */
function bind<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(foldKeys(schema, value));
  if (result.success) return result.data;
  throw bindingProblem(errorsByMember(result.error.issues));
}

/** Checks the values of a query likewise, each under its own name. @throws ProblemError 400 (family C) */
export function bindQuery<Schema extends z.ZodType>(schema: Schema, values: unknown): z.output<Schema> {
  const result = schema.safeParse(foldKeys(schema, values));
  if (result.success) return result.data;
  throw bindingProblem(errorsByMember(result.error.issues, []));
}

/**
 * The texts of issues under the paths of the members that they are about. Of a value of the wrong type nothing more is
 * said, though zod measures it all the same.
 * @param root what every path begins with; `$` is the body as a whole
 */
export function errorsByMember(
  issues: readonly z.core.$ZodIssue[],
  root: readonly string[] = ['$'],
): Readonly<Record<string, readonly string[]>> {
  const errors: Record<string, string[]> = {};
  const mistyped = new Set<string>();
  for (const issue of issues) {
    const path = [...root, ...issue.path.map(String)].join('.');
    if (mistyped.has(path)) continue;
    if (issue.code === 'invalid_type') mistyped.add(path);
    errors[path] = [...(errors[path] ?? []), issue.message];
  }
  return errors;
}
