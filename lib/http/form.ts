import { BareError } from '../kernel/errors.ts';
import type { ApiRequest } from './api-request.ts';
import { readText } from './body.ts';

/** A form is percent-encoded ASCII, which all of these write alike; libraries name what is their own default. */
const CHARSETS = ['', 'utf-8', 'utf8', 'us-ascii', 'ascii', 'iso-8859-1', 'latin1', 'windows-1252'];

/** The fields of a form in the order they came, each with every value it was given. */
export type Form = ReadonlyMap<string, readonly string[]>;

/**
 * Reads an `application/x-www-form-urlencoded` body, and nothing else: no query, no JSON, no multipart.
 * @throws BareError 400 for another media type or a charset that does not write ASCII alike, 413 above 64 KiB, 415 for a compressed body.
 */
export async function readForm(request: ApiRequest): Promise<Form> {
  assertFormType(request.headers.get('content-type') ?? '');
  const form = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(await readText(request))) {
    const values = form.get(name);
    if (values) values.push(value);
    else form.set(name, [value]);
  }
  return form;
}

function assertFormType(contentType: string): void {
  const [type = '', ...parameters] = contentType.toLowerCase().split(';');
  if (type.trim() !== 'application/x-www-form-urlencoded') {
    throw new BareError(400, 'The body must be application/x-www-form-urlencoded.');
  }
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('charset='));
  const name = charset?.slice('charset='.length).replace(/^"|"$/g, '');
  if (name !== undefined && !CHARSETS.includes(name)) {
    throw new BareError(400, 'The charset of the body must be UTF-8, or one that writes ASCII as it does.');
  }
}
