import type { ApiRequest } from '#lib/http/api-request.ts';
import { forbidden } from '#lib/kernel/errors.ts';
import type { Sandbox } from '#lib/sandbox/open-sandbox.ts';
import { openSandboxFor } from '../../api/_parts/token-section.ts';

/** What the reference says of a change: one of the two, neither of which a form of another site can send. */
export const CHANGE_DOC = {
  auth: 'HTTP Basic; not in production',
  headers: { 'X-Sandbox': '1, unless the body is JSON' },
} as const;

/**
 * Lets a change in: a browser that knows the credentials would send them along with any site's form (B29).
 * @throws BareError 403 without the header `X-Sandbox` and without JSON, and all that `openSandbox` does.
 */
export function openForChange(request: ApiRequest): Sandbox {
  const sandbox = openSandboxFor(request);
  const isJson = /^application\/json(?:;|$)/i.test(request.headers.get('content-type') ?? '');
  if (!isJson && request.headers.get('x-sandbox') !== '1') throw forbidden();
  return sandbox;
}
