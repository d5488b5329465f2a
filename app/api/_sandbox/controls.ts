import { processDb } from '#lib/context/database.ts';
import type { ApiRequest } from '#lib/http/api-request.ts';
import { type Controls, openControls } from '#lib/sandbox/open-controls.ts';

/** What the reference says of who steers the sandbox. */
export const CONTROLS_AUTH = 'HTTP Basic; only in a sandbox';

/** What the reference says of a change without a body. */
export const CONTROLS_MARKER = {
  'X-Sandbox': 'any value; a change needs it or a JSON body, since no form of another site can send either',
};

/** Lets a caller in who reads how the sandbox stands. */
export function openToRead({ headers }: ApiRequest): Controls {
  return openControls(headers, { db: processDb(), changes: false });
}

/** Lets a caller in who changes it. */
export function openToChange({ headers }: ApiRequest): Controls {
  return openControls(headers, { db: processDb(), changes: true });
}
