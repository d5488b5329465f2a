import { type ApiCall, callApi } from '../call-api.ts';
import type { Given, World } from './command.ts';
import { urlOf } from './settings.ts';

/** Where the sandbox's user and password come from. */
const CREDENTIALS = 'SYSTEMBRUKER_SANDBOX_CREDENTIALS';

/**
 * Calls what only a sandbox has, as its own user: `sandbox:sandbox` unless the environment says otherwise.
 * @throws AltinnRefused, ServiceUnavailable
 */
export function callSandbox(
  given: Given,
  { env, fetch }: World,
  { path, ...call }: Pick<ApiCall, 'method' | 'body'> & { readonly path: string },
): Promise<unknown> {
  const credentials = Buffer.from(env[CREDENTIALS] || 'sandbox:sandbox').toString('base64');
  const headers = { authorization: `Basic ${credentials}`, 'x-sandbox': '1' };
  return callApi(fetch, { ...call, url: new URL(path, urlOf(given)).href, headers }, wordsOf);
}

function wordsOf(status: number): string {
  if (status === 401) return `The user and password in ${CREDENTIALS} are not those of this sandbox.`;
  return status === 404 ? 'There is no such thing here. Is this a sandbox?' : `HTTP ${status}`;
}
