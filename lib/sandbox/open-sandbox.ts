import type { Db } from '#db/open.ts';
import { env } from '../config/env.ts';
import type { Context } from '../context/context.ts';
import { BareError } from '../kernel/errors.ts';
import { isSameSecret } from '../kernel/same-secret.ts';
import { assertOperatorPerson } from '../maskinporten/administration/authority.ts';
import { isKnownHost } from '../session/known-host.ts';

declare const opened: unique symbol;

/** What the sandbox's verbs take: a database whose sandbox the caller was let into. */
export type Sandbox = { readonly db: Db; readonly now: Date; readonly [opened]: true };

/** The headers that decide who gets in. */
type Caller = { readonly authorization: string | null; readonly host: string | null };

/**
 * Lets a caller with the sandbox's credentials in. The credentials are no secret where nobody chose others, so a web page
 * that points its own name at this machine (DNS rebinding) is turned away by that name.
 * @throws BareError 404 in production, where there is no sandbox · 421 under a foreign host · 401 without the right HTTP
 * Basic credentials.
 */
export function openSandbox({ authorization, host }: Caller, on: { readonly db: Db; readonly now: Date }): Sandbox {
  if (env().PORTAL_ENVIRONMENT === 'production') throw new BareError(404);
  if (!isKnownHost(host, env().PORTAL_URL)) throw new BareError(421);
  assertCredentials(authorization);
  return on as Sandbox;
}

/**
 * Passes callers with the sandbox's credentials.
 * @throws BareError 401
 * @see RFC 7617
 */
export function assertCredentials(authorization: string | null): void {
  const [, encoded] = /^Basic +([A-Za-z0-9+/]+=*)$/i.exec(authorization ?? '') ?? [];
  const given = encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString('utf8');
  if (!isSameSecret(given, env().SANDBOX_CREDENTIALS)) {
    throw new BareError(401, '', { 'www-authenticate': 'Basic realm="sandbox", charset="UTF-8"' });
  }
}

/**
 * Lets people of the operator in, who read the sandbox's register on a page.
 * @throws BareError 404 in production · 401, 403 for anybody else
 */
export async function openSandboxAs(context: Context): Promise<Sandbox> {
  if (env().PORTAL_ENVIRONMENT === 'production') throw new BareError(404);
  await assertOperatorPerson(context);
  return context as Context & Sandbox;
}

/**
 * Lets anybody in who reads what a sandbox shows to all: whoever can open it can log in as anybody.
 * @throws BareError 404 in production
 */
export function openToAll(context: Context): Sandbox {
  if (env().PORTAL_ENVIRONMENT === 'production') throw new BareError(404);
  return context as Context & Sandbox;
}
