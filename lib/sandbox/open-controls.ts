import type { Db } from '#db/open.ts';
import { env } from '../config/env.ts';
import type { Context } from '../context/context.ts';
import { BareError } from '../kernel/errors.ts';
import { isKnownHost } from '../session/known-host.ts';
import { isSameOrigin } from '../session/same-origin.ts';
import { assertCredentials } from './open-sandbox.ts';

declare const opened: unique symbol;

/** What the verbs that steer the sandbox take: a database whose time and data the caller may change. */
export type Controls = { readonly db: Db; readonly [opened]: true };

/** What decides who gets in. */
type CallHeaders = Pick<Headers, 'get'>;

/**
 * Lets a caller with the sandbox's credentials steer it. A browser may know the credentials, so a change must carry what
 * no form of another site can send: `X-Sandbox`, or a body of JSON.
 * @param options.changes whether the call changes anything
 * @throws BareError 404 but in a sandbox · 421 under a foreign host · 403 for what another site may have sent · 401 without
 * the right HTTP Basic credentials.
 */
export function openControls(headers: CallHeaders, options: { readonly db: Db; readonly changes: boolean }): Controls {
  assertSandbox();
  if (!isKnownHost(headers.get('host'), env().PORTAL_URL)) throw new BareError(421);
  if (options.changes) assertNotForged(headers);
  assertCredentials(headers.get('authorization'));
  return { db: options.db } as Controls;
}

/**
 * Lets anybody steer the sandbox from its own pages: who can open them can log in as anybody.
 * @throws BareError 404 but in a sandbox
 */
export function openControlsOnPage({ db }: Context): Controls {
  assertSandbox();
  return { db } as Controls;
}

function assertSandbox(): void {
  if (env().PORTAL_ENVIRONMENT !== 'sandbox') throw new BareError(404);
}

/**
 * Passes what no form of another site can have sent: with `X-Sandbox` or a body of JSON and, from a browser, from our own pages.
 * @throws BareError 403
 */
export function assertNotForged(headers: CallHeaders): void {
  const [origin, secFetchSite] = [headers.get('origin'), headers.get('sec-fetch-site')];
  const isFromBrowser = origin !== null || secFetchSite !== null;
  const from = { origin, secFetchSite, host: headers.get('host') };
  if (isFromBrowser && !isSameOrigin(from, env().PORTAL_URL)) throw new BareError(403);
  const isMarked = headers.get('x-sandbox') !== null || /^application\/json\b/i.test(headers.get('content-type') ?? '');
  if (!isMarked) throw new BareError(403);
}
