import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { env } from '../config/env.ts';
import type { Context, PersonActor } from '../context/context.ts';
import { forbidden } from '../kernel/errors.ts';
import { currentPath, personActor, signedIn } from './page-context.ts';
import { isSameOrigin } from './same-origin.ts';

/** The hidden field by which a form says for which organisation its page was shown. */
export const ACTING_FOR_FIELD = 'actingFor';

/**
 * The context of a server action: from our own pages only (C3), signed in, and for the organisation that the *form* names,
 * so that a switch in another tab cannot redirect it (C13). Without the field the session's organisation counts.
 * When the session is over, redirects to the log-in, which says so.
 * @throws BareError 403 for a foreign form or an organisation that the person has nothing at.
 */
export async function actionContext(form?: FormData): Promise<Context & { readonly actor: PersonActor }> {
  await assertOwnForm();
  const current = await signedIn();
  if (!current) return redirect(`/login?error=ended&returnTo=${encodeURIComponent(await currentPath())}`);
  const { context, person, organisations } = current;
  const named = form?.get(ACTING_FOR_FIELD);
  if (typeof named !== 'string') return context;
  const organisation = organisations.find(({ uuid }) => uuid === named);
  if (!organisation) throw forbidden();
  return { ...context, actor: personActor(person, context.actor.authenticationLevel, organisation) };
}

/**
 * Passes only calls that a page of this portal sent.
 * @throws BareError 403
 */
export async function assertOwnForm(): Promise<void> {
  const sent = await headers();
  const provenance = {
    origin: sent.get('origin'),
    secFetchSite: sent.get('sec-fetch-site'),
    host: sent.get('host'),
  };
  if (!isSameOrigin(provenance, env().PORTAL_URL)) throw forbidden();
}
