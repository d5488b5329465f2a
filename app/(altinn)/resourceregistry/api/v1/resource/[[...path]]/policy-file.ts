import type { ApiRequest } from '#lib/http/api-request.ts';
import { readBytes } from '#lib/http/body.ts';
import { decodeXml } from '#lib/resources/policies/decode-xml.ts';
import { quotedText } from '#lib/resources/problems.ts';

/** The largest policy upload, envelope included, in bytes. */
export const POLICY_MAX_BYTES = 1024 * 1024;

/** Reads the file of the form part `policyFile`. @throws BareError 400 without one, 413 above the limit */
export async function readPolicyFile(request: ApiRequest): Promise<string> {
  const body = await readBytes(request, POLICY_MAX_BYTES);
  const form = await parseForm(body, request.headers.get('content-type') ?? '');
  const part = [...(form ?? [])].find(([name]) => name.toLowerCase() === 'policyfile')?.[1];
  const xml = part instanceof File ? decodeXml(await part.bytes()) : '';
  if (xml.trim() === '') throw quotedText(400, 'The policy file can not be null');
  return xml;
}

async function parseForm(body: Uint8Array<ArrayBuffer>, contentType: string): Promise<FormData | undefined> {
  if (!contentType.toLowerCase().startsWith('multipart/form-data')) return undefined;
  try {
    return await new Response(body, { headers: { 'content-type': contentType } }).formData();
  } catch {
    return undefined;
  }
}
