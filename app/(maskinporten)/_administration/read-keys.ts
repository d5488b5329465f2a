import type { z } from 'zod';
import type { ApiRequest } from '#lib/http/api-request.ts';
import { readJsonText, readText } from '#lib/http/body.ts';
import { refusePrivateText } from '#lib/maskinporten/client-keys/key-text.ts';
import { BODY_MAX_BYTES } from './section.ts';

/** Reads a body that is to hold public keys. A private key in it is called so, before the shape of the body is judged. */
export async function readKeys<Schema extends z.ZodType>(
  request: ApiRequest,
  schema: Schema,
): Promise<z.output<Schema>> {
  const text = await readText(request, BODY_MAX_BYTES);
  refusePrivateText(text);
  return readJsonText(text, schema);
}
