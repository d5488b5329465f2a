import type { ApiRequest } from '#lib/http/api-request.ts';
import { assertNotForged } from '#lib/sandbox/open-controls.ts';
import type { Sandbox } from '#lib/sandbox/open-sandbox.ts';
import { openSandboxFor } from '../../api/_parts/token-section.ts';

/** What the reference says of a change: one of the two, neither of which a form of another site can send. */
export const CHANGE_DOC = {
  auth: 'HTTP Basic; not in production',
  headers: { 'X-Sandbox': 'any value, unless the body is JSON' },
} as const;

/**
 * Lets a change in: a browser that knows the credentials would send them along with any site's form (B29).
 * @throws BareError 403 for what another site may have sent, and all that `openSandbox` does.
 */
export function openForChange(request: ApiRequest): Sandbox {
  const sandbox = openSandboxFor(request);
  assertNotForged(request.headers);
  return sandbox;
}
